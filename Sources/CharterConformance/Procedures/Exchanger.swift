import CharterClient
import CharterRuntime

/// Sends requests to the server under test.
struct Exchanger: Sendable {
    private let base: BaseURL
    private let transport: any HTTPTransport
    /// What keeps keys out of reports.
    let redaction: Redaction

    /// Creates an exchanger.
    ///
    /// - Throws: ``MissingFixture`` if the fixtures do not say where the server is.
    init(_ server: ServerUnderTest, redaction: Redaction) throws(MissingFixture) {
        do {
            base = try BaseURL(server.fixtures.baseURL)
        } catch {
            throw MissingFixture("a base URL: \(error)")
        }
        transport = server.transport
        self.redaction = redaction
    }

    func reply(to request: EndpointRequest) async throws -> HTTPReply {
        try await transport.send(request.head(below: base), body: request.body ?? [])
    }

    /// The request as a line for a shell, without its key; empty for one that cannot be sent.
    func curl(_ request: EndpointRequest) -> String {
        guard let head = try? request.head(below: base) else { return "" }
        return redaction.apply(to: CurlLine(head, body: request.body).text)
    }

    /// Status, media type and the beginning of the body, to see at a glance what came.
    func excerpt(_ reply: HTTPReply) -> String {
        // Keys go before the text is cut, or else half a key might stay.
        let text = redaction.apply(to: String(decoding: reply.body, as: UTF8.self))
        return reply.outline + (text.isEmpty ? "" : ": \(text.prefix(300))\(text.count > 300 ? "…" : "")")
    }
}
