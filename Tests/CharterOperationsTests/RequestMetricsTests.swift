import CharterRuntime
import CharterServer
import Metrics
import MetricsTestKit
import Testing

/// What metrics say of requests.
@Suite("Metrics of requests")
struct RequestMetricsTests {
    private let metrics = TestMetrics()

    /// The counters of a name, as `label=value,… count`.
    private func counters(_ label: String) -> [String] {
        metrics.counters.filter { $0.label == label }.map { "\(Self.text(of: $0.dimensions)) \($0.totalValue)" }.sorted()
    }

    private static func text(of dimensions: [(String, String)]) -> String {
        dimensions.sorted { $0.0 < $1.0 }.map { "\($0.0)=\($0.1)" }.joined(separator: ",")
    }

    @Test("count them and take their time, by method, route and status")
    func requests() async throws {
        try await withMetricsFactory(metrics) {
            let server = try WatchedServer()
            for _ in 1...3 { _ = try await server.send("GET", "/v1/shops/acme/things", key: WatchedServer.secretKey) }
            _ = try await server.send("HEAD", "/v1/shops/acme/things", key: WatchedServer.secretKey)
            _ = try await server.send("GET", "/v1/shops/acme/things")
        }
        let route = "http.route=/v1/shops/:shop/things"
        #expect(
            counters("charter.requests") == [
                "charter.endpoint=listThings,http.request.method=GET,http.response.status_code=200,\(route) 3",
                "charter.endpoint=listThings,http.request.method=GET,http.response.status_code=401,\(route) 1",
                "charter.endpoint=listThings,http.request.method=HEAD,http.response.status_code=200,\(route) 1",
            ]
        )
        let timers = metrics.timers.filter { $0.label == "http.server.request.duration" }
        let times = timers.map { "\(Self.text(of: $0.dimensions)) \($0.values)" }.sorted()
        #expect(times.first == "http.request.method=GET,http.response.status_code=200,\(route) [250000000, 250000000, 250000000]")
        #expect(timers.count == 3)
        #expect(timers.allSatisfy { $0.displayUnit == .seconds })
    }

    @Test("count refusals by reason")
    func refusals() async throws {
        try await withMetricsFactory(metrics) {
            let server = try WatchedServer { _ in throw Refusal(status: 409, code: "sold-out", title: "Sold out.") }
            _ = try await server.send("GET", "/v1/shops/acme/things")
            _ = try await server.send("GET", "/v1/shops/other/things", key: WatchedServer.secretKey)
            _ = try await server.send("POST", "/v1/shops/acme/things", key: WatchedServer.secretKey)
            _ = try await server.send("PUT", "/v1/shops/acme/things")
            _ = try await server.send("GET", "/v1/nothing")
        }
        let route = "http.route=/v1/shops/:shop/things"
        #expect(
            counters("charter.refusals") == [
                "charter.endpoint=_OTHER,charter.refusal=method-not-allowed,\(route) 1",
                "charter.endpoint=_OTHER,charter.refusal=unknown-path,http.route=_OTHER 1",
                "charter.endpoint=createThing,charter.refusal=sold-out,\(route) 1",
                "charter.endpoint=listThings,charter.refusal=credential-missing,\(route) 1",
                "charter.endpoint=listThings,charter.refusal=foreign-tenant,\(route) 1",
            ]
        )
    }

    @Test("do not grow with what callers, or handlers, make up")
    func cardinality() async throws {
        try await withMetricsFactory(metrics) {
            let server = try WatchedServer { _ in
                throw Refusal(status: 400, code: "made-up-\(Int.random(in: 0...9_999_999))", title: "Made up.")
            }
            for number in 1...50 {
                _ = try await server.send("BREW\(number)", "/v1/nothing/\(number)")
                _ = try await server.send("GET", "/v1/shops/\(number)/things")
                _ = try await server.send("GET", "/v1/ping")
            }
        }
        #expect(counters("charter.requests").count == 3)
        #expect(
            counters("charter.refusals") == [
                "charter.endpoint=_OTHER,charter.refusal=unknown-path,http.route=_OTHER 50",
                "charter.endpoint=listThings,charter.refusal=credential-missing,http.route=/v1/shops/:shop/things 50",
                "charter.endpoint=ping,charter.refusal=internal-error,http.route=/v1/ping 50",
            ]
        )
    }
}
