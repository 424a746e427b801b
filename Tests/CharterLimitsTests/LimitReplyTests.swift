import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// What replies say of limits, and what becomes of a server that lacks something.
@Suite("Replies of limited endpoints")
struct LimitReplyTests {
    private let three = APIDescription.Limit.of("three", allow: 3)
    private let legacy = APIDescription.LimitHeaders.Legacy(
        limit: "X-Limit",
        remaining: "X-Left",
        reset: "X-Reset",
        resetUnit: .epochSeconds
    )

    @Test("tell how the caller stands, also where a later check refuses")
    func fields() async throws {
        let server = LimitedServer([three], ofEndpoints: ["three"], headers: .init(retryAfter: true, draft: true, legacy: legacy))
        let first = try await server.send(key: "a")
        #expect(first["RateLimit-Policy"] == #""three";q=3;w=10"#)
        #expect(first["RateLimit"] == #""three";r=2;t=10"#)
        #expect([first["X-Limit"], first["X-Left"], first["X-Reset"]] == ["3", "2", "1777593610"])
        let invalid = try await server.send(.post, key: "a", body: "{}")
        #expect(invalid.outcome == "400 invalid-request")
        #expect(invalid["X-Left"] == "1")
        #expect(try await server.send(.get, "/things/gone", key: "a")["X-Left"] == "0")
        let refused = try await server.send(key: "a")
        #expect(refused.outcome == "429 limit-exceeded")
        #expect([refused["X-Left"], refused["X-Reset"], refused["Retry-After"]] == ["0", "1777593610", "10"])
        // Nobody knows how the caller stands before it is known.
        #expect(try await server.send(key: "nobody")["X-Left"] == nil)
    }

    @Test("tell it in refusals alone, where the API says so")
    func refusalsOnly() async throws {
        let server = LimitedServer([three], ofEndpoints: ["three"], headers: .init(draft: true, onRefusalsOnly: true))
        for _ in 0..<3 { #expect(try await server.send(key: "a")["RateLimit"] == nil) }
        let refused = try await server.send(key: "a")
        #expect(refused["RateLimit"] == #""three";r=0;t=10"#)
        #expect(refused["Retry-After"] == nil)
    }

    @Test("say in the body when to come back, also without the header field")
    func body() async throws {
        let server = LimitedServer([three], ofEndpoints: ["three"], headers: .init()) { api in
            let members: [APIDescription.ErrorMember] = [
                .init("code", .code), .init("wait", .retryAfter, isRequired: false),
            ]
            api.errors = .init(mediaType: "application/json", body: .object(members))
        }
        #expect(try await server.passing(of: 3, key: "a") == 3)
        server.clock.advance(by: .milliseconds(2_500))
        let refused = try await server.send(key: "a")
        #expect(String(decoding: refused.body, as: UTF8.self) == #"{"code":"limit-exceeded","wait":8}"#)
        #expect(refused["Retry-After"] == nil)
    }

    @Test("are 500, and logged, where nothing keeps quotas or knows subscriptions")
    func missing() async throws {
        let quota = APIDescription.Limit.of("daily", allow: 2) { $0.kind = .quota }
        let kept = LimitedServer([quota], ofEndpoints: ["daily"], isComplete: false)
        #expect(try await kept.send(key: "a").outcome == "500 internal-error")
        #expect(kept.log.text.contains("nothing keeps what is counted for 'daily'"))
        let planned = LimitedServer(
            [.of("plan", allow: 1) { $0.allowByPlan = ["free": 2] }],
            ofEndpoints: ["plan"],
            isComplete: false
        )
        #expect(try await planned.send(key: "a").outcome == "500 internal-error")
        #expect(planned.log.text.contains("the limit 'plan'"))
    }

    @Test(
        "are 500 where limits would be asked before it is known whom they count",
        arguments: [
            (APIDescription.Limit.Partition.key, [APIDescription.RequestRules.Stage.throttles, .credentials]),
            (.tenant, [.credentials, .throttles, .tenant]), (.tenant, [.throttles]),
        ]
    )
    func order(_ partition: APIDescription.Limit.Partition, _ order: [APIDescription.RequestRules.Stage]) async throws {
        let server = LimitedServer([.of("three", allow: 3, by: partition)], ofEndpoints: ["three"]) { $0.requests.order = order }
        #expect(try await server.send(key: "a").outcome == "500 internal-error")
        #expect(server.log.text.contains("'throttles' needs what"))
    }
}
