extension LosslessStringConvertible {
    /// Reads a value that stands in the source and is known to be well-formed.
    package init(sample text: String) {
        guard let value = Self(text) else { preconditionFailure("\"\(text)\" is no \(Self.self)") }
        self = value
    }
}
