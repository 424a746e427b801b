/// Why generation stopped.
package struct GenerationFault: Error, Hashable, Sendable {
    /// Whose fault it is, for the exit code.
    package enum Kind: Sendable {
        /// Something in the files is wrong.
        case finding
        /// The machine would not do it.
        case environment
    }

    package var message: String
    package var kind: Kind

    package init(_ message: String, kind: Kind) {
        self.message = message
        self.kind = kind
    }
}
