/// A request and its reply took longer than allowed.
///
/// The server may have done what was asked.
public struct RequestTimedOut: Error, Hashable, Sendable, CustomStringConvertible {
    /// The time that was allowed.
    public var timeout: Duration

    /// Creates the error.
    public init(timeout: Duration) {
        self.timeout = timeout
    }

    /// What happened, in a sentence.
    public var description: String { "the reply was not complete within \(timeout)" }
}
