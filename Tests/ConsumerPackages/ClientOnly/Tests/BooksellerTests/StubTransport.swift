import CharterRuntime
import HTTPTypes

/// Answers each request from a script, in place of a server.
struct StubTransport: HTTPTransport {
    let answer: @Sendable (HTTPRequest, [UInt8]) -> HTTPReply

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        answer(request, body)
    }
}

extension HTTPReply {
    static func json(_ status: Int, _ body: String, type: String = "application/json") -> HTTPReply {
        HTTPReply(head: HTTPResponse(status: .init(code: status), headerFields: [.contentType: type]), body: Array(body.utf8))
    }
}
