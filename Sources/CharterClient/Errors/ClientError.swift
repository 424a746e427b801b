public import CharterRuntime
public import HTTPTypes

/// Why a call has no result.
///
/// The description of an error holds no key and nothing of a body but what a documented error says, and the names of the members on the way to a
/// value that does not fit.
public enum ClientError: Error, Sendable {
    /// The server refused the request with a documented error body; the header fields come with it.
    case refused(status: Int, Problem, HTTPFields)
    /// The server answered with a status that the API does not document, or with an error whose body is none that it documents.
    case unexpected(HTTPReply)
    /// No reply arrived, or not the whole of it: connection, TLS, time-out, cancellation, size.
    case transport(any Error)
    /// The server reported success with a body or a header field that does not fit; it may have done what was asked. The error is a `JSONFault`,
    /// which tells the place in the body and its byte, a `ReplyFault`, or a ``PagingFault``.
    case undecodable(any Error, HTTPReply)
    /// The request could not be made, and nothing was sent: see ``UnsendableRequest``, ``PagingFault/foreignURL(_:)``, or `JSONFault`.
    case unsendable(any Error)
}

extension ClientError {
    /// The HTTP status of the reply, or nil where none arrived.
    public var status: Int? {
        switch self {
        case .refused(let status, _, _): status
        case .unexpected(let reply), .undecodable(_, let reply): reply.head.status.code
        case .transport, .unsendable: nil
        }
    }

    /// The seconds that the server asks to wait before the next try (`Retry-After`, RFC 9110 §10.2.3); nil where it does not say, or
    /// names a date.
    public var retryAfter: Int? {
        switch self {
        case .refused(_, _, let fields): Self.seconds(in: fields)
        case .unexpected(let reply): Self.seconds(in: reply.head.headerFields)
        case .undecodable, .transport, .unsendable: nil
        }
    }

    private static func seconds(in fields: HTTPFields) -> Int? {
        guard let text = fields[.retryAfter], let seconds = Int(text), seconds >= 0 else { return nil }
        return seconds
    }
}

extension ClientError: CustomStringConvertible {
    /// What went wrong, for a log.
    public var description: String {
        switch self {
        case .refused(let status, let problem, _):
            "refused with \(status) \(problem.code): "
                + ([problem.detail ?? problem.title] + (problem.errors ?? []).map { "\($0.field): \($0.message)" }).joined(separator: "; ")
        case .unexpected(let reply): "unexpected reply: \(reply.outline)"
        case .transport(let error): "no reply: \(error)"
        case .undecodable(let error, let reply): "cannot read the reply (\(reply.outline)): \(error)"
        case .unsendable(let error): "nothing was sent: \(error)"
        }
    }
}
