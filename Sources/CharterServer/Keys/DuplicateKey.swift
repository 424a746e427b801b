/// A key cannot be written, because there is one with the same hash or the same identifier.
public struct DuplicateKey: Error, Hashable, Sendable, CustomStringConvertible {
    /// The public identifier of the key that was to be written.
    public let id: String

    /// Creates the error.
    public init(id: String) {
        self.id = id
    }

    /// What is wrong.
    public var description: String {
        "the key '\(id)' cannot be written: there is one with the same text or the same identifier"
    }
}
