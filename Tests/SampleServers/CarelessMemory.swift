public import CharterRuntime
public import HTTPTypes

/// Remembers what calls with an idempotency key were answered, whoever made them, wherever and with whatever outcome.
public actor CarelessMemory: HTTPTransport {
    private let server: any HTTPTransport
    private let remembersRefusals: Bool
    private var replies: [String: HTTPReply] = [:]

    /// Puts the memory in front of a server.
    public init(_ server: any HTTPTransport, remembersRefusals: Bool = false) {
        self.server = server
        self.remembersRefusals = remembersRefusals
    }

    /// The reply to the first call with that key, or else that of the server.
    public func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
        let key = HTTPField.Name("Idempotency-Key").flatMap { request.headerFields[$0] }
        if let key, let known = replies[key] { return known }
        let reply = try await server.send(request, body: body)
        if let key, remembersRefusals || reply.head.status.kind == .successful { replies[key] = reply }
        return reply
    }
}
