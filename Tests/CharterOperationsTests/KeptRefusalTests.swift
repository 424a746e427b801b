import CharterRuntime
import CharterServer
import CharterServerTesting
import HTTPTypes
import Hummingbird
import Logging
import Metrics
import MetricsTestKit
import Synchronization
import Testing

/// What logs and metrics say of requests that are refused as they were before, and of counts that cannot be taken back.
@Suite("A request that was refused before")
struct KeptRefusalTests {
    @Test("is told of with the same reason when it is made again", arguments: [("sold-out", 409), ("internal-error", 500)])
    func reason(reason: String, status: Int) async throws {
        let metrics = TestMetrics()
        let log = RecordingLog()
        try await withMetricsFactory(metrics) {
            let server = try Self.server(log) {
                if reason == "sold-out" { throw Refusal(status: 409, code: "sold-out", title: "Sold out.") }
                throw Failure(text: "broken")
            }
            for _ in 1...3 { #expect(try await Self.send(to: server).status == status) }
        }
        #expect(log.requests.map { $0.attributes["charter.refusal"] } == [reason, reason, reason])
        let counters = metrics.counters.filter { $0.label == "charter.refusals" }
        #expect(counters.map(\.totalValue) == [3])
        #expect(counters.first?.dimensions.contains { $0 == ("charter.refusal", reason) } == true)
    }

    @Test("says which request it was that could not be taken back, and no secret")
    func takingBack() async throws {
        let log = RecordingLog()
        let server = try Self.server(log, throttles: StubbornStore()) { throw Failure(text: "broken") }
        let reply = try await Self.send(to: server)
        #expect(reply.status == 500)
        let entry = try #require(log.entries.first { $0.message.contains("could not be taken back") })
        #expect(entry.level == .error)
        #expect(entry.attributes["charter.request.id"] == reply["X-Request-Id"])
        #expect(entry.attributes["http.request.method"] == "POST" && entry.attributes["url.path"] == "/v1/shops/acme/things")
        #expect(entry.attributes["error"]?.contains("sk_[redacted]") == true && !entry.text.contains("0123456789abcdef"))
        #expect(!entry.text.contains("\n"))
    }

    private struct Failure: Error {
        let text: String
    }

    /// Counts, and takes nothing back.
    private final class StubbornStore: LimitStore {
        private let updates = Mutex(0)

        func update<Result: Sendable>(_ counts: [LimitCount], _ body: @Sendable (inout [LimitTally]) -> Result) throws -> Result {
            let isFirst = updates.withLock { number in
                number += 1
                return number == 1
            }
            guard isFirst else { throw Failure(text: "no more:\n\(WatchedServer.secretKey)") }
            var tallies = counts.map { _ in LimitTally() }
            return body(&tallies)
        }
    }

    /// A server that creates things, each call once, and remembers every answer.
    private static func server(
        _ log: RecordingLog,
        throttles: (any LimitStore)? = nil,
        _ work: @escaping @Sendable () throws -> Void
    ) throws -> InProcessTransport {
        let api = APIDescription.watched { api in
            api.limits = [
                .init(name: "calls", allow: 9, window: .sliding(seconds: 60), partition: .key, kind: .throttle, uncountedStatuses: [500])
            ]
            api.endpoints[2].limits = ["calls"]
            api.endpoints[2].idempotency = .init(
                name: "once",
                place: .header("Once"),
                form: .string(length: .init(1, 40)),
                retention: 3_600,
                scope: [.tenant],
                comparesPayload: true,
                remembers: .all
            )
        }
        let keys = InMemoryKeyStore(api)
        try keys.add(WatchedServer.secretKey, id: "key-1", kind: "secret", scopes: ["WRITE"], tenant: "acme")
        let clock = AdjustableClock(at: WatchedServer.start)
        var routes = APIRoutes(api, keys: keys, clock: clock, throttles: throttles)
        routes.value(api.endpoints[2], { try $0.body() as JSONValue }, payload: { $0 }, in: InMemoryEffects(clock: clock)) { body, _, _ in
            try work()
            return body
        }
        let router = Router()
        routes.register(on: router)
        return InProcessTransport(router: router, logger: Logger(label: "kept") { _ in log })
    }

    private static func send(to transport: InProcessTransport) async throws -> HTTPReply {
        var request = HTTPRequest(method: .post, scheme: "https", authority: "watched.example", path: "/v1/shops/acme/things")
        for (name, value) in [("X-API-Key", WatchedServer.secretKey), ("Once", "1"), ("Content-Type", "application/json")] {
            request.headerFields.append(.named(name, value))
        }
        return try await transport.send(request, body: Array("{}".utf8))
    }
}
