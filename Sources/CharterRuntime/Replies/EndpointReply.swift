/// A reply that is more than its body: it has one of several statuses, or header fields of its own.
///
/// Each such endpoint has a type of its own, which a handler returns and a client's method gets.
public protocol EndpointReply: Hashable, Sendable {
    /// What the body holds; `Void` where there is none.
    associatedtype ReplyBody: Sendable
    /// Reads what came.
    ///
    /// - Throws: ``ReplyFault`` if a status or a header field is not as documented.
    init(_ contents: ReplyContents<ReplyBody>) throws(ReplyFault)
    /// What is sent.
    var contents: ReplyContents<ReplyBody> { get }
}
