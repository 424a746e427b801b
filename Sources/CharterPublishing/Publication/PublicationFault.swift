import CharterContract

/// Why nothing was published.
package enum PublicationFault: Error, Hashable, Sendable {
    /// Something in the contracts, or in what was published before, is wrong.
    case refused([Refusal])
    /// The machine would not do it.
    case impossible(String)

    /// One reason to publish nothing.
    package enum Refusal: Hashable, Sendable {
        /// A contract cannot be published as it is.
        case contract(Diagnostic)
        /// A file in the folder is not what was published there; the text names it and says how to mend it.
        case folder(String)
    }
}
