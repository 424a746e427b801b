import CharterRuntime
import HTTPTypes

extension HTTPReply {
    /// No longer wait is told from one that is too long: one can be added to it without overflow.
    private static let longestWait = 1_000_000_000

    /// The seconds that it asks to wait (RFC 9110 §10.2.3); nil where it asks for none, or for a date.
    var retryAfter: Int? { head.headerFields[.retryAfter].flatMap { Int($0) }.map { min($0, Self.longestWait) } }
}
