import CharterRuntime
import HTTPTypes

/// Another transport that keeps what goes through it, and may change the replies.
actor WatchedTransport: HTTPTransport {
    private let transport: any HTTPTransport
    private let change: @Sendable (inout HTTPReply) -> Void
    private(set) var requests: [HTTPRequest] = []
    private(set) var replies: [HTTPReply] = []

    init(_ transport: any HTTPTransport, change: @escaping @Sendable (inout HTTPReply) -> Void = { _ in }) {
        self.transport = transport
        self.change = change
    }

    func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
        requests.append(request)
        var reply = try await transport.send(request, body: body)
        change(&reply)
        replies.append(reply)
        return reply
    }
}

extension HTTPFields {
    /// The value of a field, by the text of its name.
    subscript(text name: String) -> String? {
        get { HTTPField.Name(name).flatMap { self[$0] } }
        set { HTTPField.Name(name).map { self[$0] = newValue } }
    }
}
