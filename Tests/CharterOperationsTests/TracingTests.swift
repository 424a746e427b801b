import CharterRuntime
import CharterServer
import InMemoryTracing
import Testing
import Tracing

/// What traces say of requests.
@Suite("Traces of requests")
struct TracingTests {
    private struct Broken: Error {}

    private let tracer = InMemoryTracer(idGenerator: .incrementing)

    /// A span as `name, kind, parent, status`, and its attributes.
    private static func text(of span: FinishedInMemorySpan) -> String {
        var attributes: [String] = []
        span.attributes.forEach { attributes.append("\($0)=\(Self.text(of: $1))") }
        let status = span.status.map { " \($0.code)" } ?? ""
        return "\(span.operationName) \(span.kind)\(status) \(attributes.sorted().joined(separator: ","))"
    }

    private static func text(of attribute: SpanAttribute) -> String {
        switch attribute {
        case .string(let text): text
        case .int64(let number): "\(number)"
        case .int32(let number): "\(number)"
        default: "\(attribute)"
        }
    }

    @Test("have a span of a server for each, named by its route")
    func span() async throws {
        try await withTracer(tracer) {
            let server = try WatchedServer()
            _ = try await server.send("GET", "/v1/shops/acme/things", key: WatchedServer.secretKey)
            _ = try await server.send("GET", "/v1/shops/acme/things")
        }
        let common = "charter.endpoint=listThings"
        #expect(
            tracer.finishedSpans.map(Self.text) == [
                "GET /v1/shops/:shop/things server \(common),http.request.method=GET,http.response.status_code=200,http.route=/v1/shops/:shop/things",
                "GET /v1/shops/:shop/things server \(common),charter.refusal=credential-missing,http.request.method=GET,"
                    + "http.response.status_code=401,http.route=/v1/shops/:shop/things",
            ]
        )
    }

    @Test("go on where the caller's begin, and handlers' spans stand below")
    func parents() async throws {
        try await withTracer(tracer) {
            let server = try WatchedServer { _ in
                withSpan("work") { _ in }
                return .null
            }
            let fields: KeyValuePairs = [InMemoryTracer.traceIDKey: "trace-of-caller", InMemoryTracer.spanIDKey: "span-of-caller"]
            _ = try await server.send("GET", "/v1/ping", fields)
        }
        let spans = tracer.finishedSpans
        #expect(spans.map(\.operationName) == ["work", "GET /v1/ping"])
        #expect(spans.map(\.spanContext.traceID) == ["trace-of-caller", "trace-of-caller"])
        #expect(spans.last?.spanContext.parentSpanID == "span-of-caller")
        #expect(spans.first?.spanContext.parentSpanID == spans.last?.spanContext.spanID)
    }

    @Test("call what failed an error, without its cause")
    func failure() async throws {
        try await withTracer(tracer) {
            let server = try WatchedServer { _ in throw Broken() }
            _ = try await server.send("GET", "/v1/ping")
        }
        let span = try #require(tracer.finishedSpans.first)
        #expect(span.status?.code == .error)
        #expect(span.errors.isEmpty)
        #expect(Self.text(of: span).contains("error.type=500"))
    }

    @Test("are not begun where nobody has a tracer")
    func untraced() async throws {
        let server = try WatchedServer { _ in
            #expect(ServiceContext.current == nil)
            return .null
        }
        #expect(try await server.send("GET", "/v1/ping").status == 200)
    }
}
