/// The body of a reply is larger than allowed.
public struct ReplyTooLarge: Error, Hashable, Sendable, CustomStringConvertible {
    /// The largest size allowed, in bytes.
    public var maximumBodySize: Int

    /// Creates the error.
    public init(maximumBodySize: Int) {
        self.maximumBodySize = maximumBodySize
    }

    /// What happened, in a sentence.
    public var description: String { "the body of the reply is larger than \(maximumBodySize) bytes" }
}
