import CharterRuntime
import HTTPTypes

extension HTTPReply {
    /// The seconds that it asks to wait (RFC 9110 §10.2.3); nil where it asks for none, or for a date.
    var retryAfter: Int? { head.headerFields[.retryAfter].flatMap { Int($0) } }
}
