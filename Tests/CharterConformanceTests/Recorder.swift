import CharterRuntime
import HTTPTypes
import Synchronization

/// A server that answers as it is told, whatever is asked, and remembers what was.
final class Recorder: HTTPTransport {
    private let replies: [HTTPReply]
    private let taken = Mutex<[HTTPRequest]>([])

    /// - Parameter replies: What it answers in turn; the last one then stays.
    init(_ replies: HTTPReply...) {
        self.replies = replies
    }

    var requests: [HTTPRequest] { taken.withLock(\.self) }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let count = taken.withLock { taken in
            taken.append(request)
            return taken.count
        }
        return replies[min(count, replies.count) - 1]
    }
}

extension HTTPReply {
    static func json(_ text: String, status: Int = 200) -> HTTPReply {
        HTTPReply(head: HTTPResponse(status: .init(code: status), headerFields: [.contentType: "application/json"]), body: Array(text.utf8))
    }

    static func refusal(_ code: Problem.Code, status: Int) -> HTTPReply {
        let body = #"{"type":"about:blank","title":"No","status":\#(status),"code":"\#(code.rawValue)"}"#
        let head = HTTPResponse(status: .init(code: status), headerFields: [.contentType: "application/problem+json"])
        return HTTPReply(head: head, body: Array(body.utf8))
    }
}
