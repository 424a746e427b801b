public import CharterRuntime
public import HTTPTypes

/// What goes wrong between a checker and a sound server.
public struct WireFault: Sendable {
    let wrap: @Sendable (any HTTPTransport) -> any HTTPTransport

    private init(
        request: @escaping @Sendable (inout HTTPRequest, inout [UInt8]) -> Void,
        reply: @escaping @Sendable (inout HTTPReply, HTTPRequest) -> Void
    ) {
        wrap = { WireMutant(server: $0, request: request, reply: reply) }
    }

    private init(wrap: @escaping @Sendable (any HTTPTransport) -> any HTTPTransport) {
        self.wrap = wrap
    }

    /// Something that is at fault stands in between.
    public static func behind(_ wrap: @escaping @Sendable (any HTTPTransport) -> any HTTPTransport) -> WireFault {
        WireFault(wrap: wrap)
    }

    /// Requests arrive as others.
    public static func request(_ change: @escaping @Sendable (inout HTTPRequest) -> Void) -> WireFault {
        WireFault(request: { request, _ in change(&request) }, reply: { _, _ in })
    }

    /// Requests arrive as others, bodies included.
    public static func message(_ change: @escaping @Sendable (inout HTTPRequest, String) -> Void) -> WireFault {
        WireFault(request: { request, body in change(&request, String(decoding: body, as: UTF8.self)) }, reply: { _, _ in })
    }

    /// The bodies of requests arrive as others.
    public static func body(_ change: @escaping @Sendable (String) -> String) -> WireFault {
        WireFault(
            request: { _, body in
                if let text = String(validating: body, as: UTF8.self), !text.isEmpty { body = Array(change(text).utf8) }
            },
            reply: { _, _ in }
        )
    }

    /// Replies arrive as others.
    public static func reply(_ change: @escaping @Sendable (inout HTTPReply) -> Void) -> WireFault {
        WireFault(request: { _, _ in }, reply: { reply, _ in change(&reply) })
    }

    /// The texts of replies arrive as others.
    public static func text(_ old: String, _ new: String) -> WireFault {
        .reply { reply in reply.body = Array(String(decoding: reply.body, as: UTF8.self).replacing(old, with: new).utf8) }
    }

    /// A header field is lost from replies.
    public static func losing(_ name: String) -> WireFault {
        .reply { reply in HTTPField.Name(name).map { reply.head.headerFields[$0] = nil } }
    }

    /// A header field of requests arrives as another text, or not at all.
    public static func field(_ name: String, _ change: @escaping @Sendable (String?) -> String?) -> WireFault {
        .request { request in
            guard let field = HTTPField.Name(name) else { return }
            let value = request.headerFields[values: field].first
            request.headerFields[field] = change(value)
        }
    }
}

/// Leads to a server, and puts a fault into what passes.
private struct WireMutant: HTTPTransport {
    let server: any HTTPTransport
    let request: @Sendable (inout HTTPRequest, inout [UInt8]) -> Void
    let reply: @Sendable (inout HTTPReply, HTTPRequest) -> Void

    func send(_ original: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
        var (changed, bytes) = (original, body)
        request(&changed, &bytes)
        var answer = try await server.send(changed, body: bytes)
        reply(&answer, original)
        return answer
    }
}
