import CharterRuntime
import HTTPTypes

/// Answers requests from a script and remembers them.
actor StubTransport: HTTPTransport {
    private let answer: @Sendable (HTTPRequest) throws -> HTTPReply
    private(set) var requests: [HTTPRequest] = []
    private(set) var bodies: [[UInt8]] = []

    init(_ answer: @escaping @Sendable (HTTPRequest) throws -> HTTPReply) {
        self.answer = answer
    }

    /// Always gives the same reply.
    init(_ reply: HTTPReply) {
        answer = { _ in reply }
    }

    func send(_ request: HTTPRequest, body: [UInt8]) throws -> HTTPReply {
        requests.append(request)
        bodies.append(body)
        return try answer(request)
    }

    var paths: [String] { requests.map { $0.path ?? "" } }
}

extension HTTPReply {
    static func json(_ status: Int, _ body: String, type: String = "application/json", fields: HTTPFields = [:]) -> HTTPReply {
        var fields = fields
        fields[.contentType] = type
        return HTTPReply(head: HTTPResponse(status: .init(code: status), headerFields: fields), body: Array(body.utf8))
    }

    static func problem(_ status: Int, code: String, fields: HTTPFields = [:]) -> HTTPReply {
        .json(
            status,
            #"{"type":"about:blank","title":"No","status":\#(status),"code":"\#(code)"}"#,
            type: "application/problem+json; charset=utf-8",
            fields: fields
        )
    }
}
