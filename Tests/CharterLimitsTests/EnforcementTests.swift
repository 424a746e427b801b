import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// Limits that count requests, through a whole server.
@Suite("Enforced limits")
struct EnforcementTests {
    private let three = APIDescription.Limit.of("three", allow: 3)

    @Test("let exactly so many pass in any window, and count no refused one")
    func exact() async throws {
        let server = LimitedServer([three], ofEndpoints: ["three"])
        #expect(try await server.passing(of: 1, key: "a") == 1)
        server.clock.advance(by: .seconds(4))
        #expect(try await server.passing(of: 20, key: "a") == 2)
        let refused = try await server.send(key: "a")
        #expect(refused.outcome == "429 limit-exceeded")
        #expect(refused["Retry-After"] == "6")
        server.clock.advance(by: .nanoseconds(5_999_999_999))
        #expect(try await server.passing(of: 5, key: "a") == 0)
        server.clock.advance(by: .nanoseconds(1))
        // The first one is over, and the twenty that were refused never counted.
        #expect(try await server.passing(of: 5, key: "a") == 1)
        server.clock.advance(by: .seconds(4))
        #expect(try await server.passing(of: 5, key: "a") == 2)
    }

    @Test("let 100 of 1,000 at once pass, and a second later 100 again")
    func parallel() async throws {
        let server = LimitedServer([.of("many", allow: 100, seconds: 1)], ofKeys: ["many"])
        for _ in 0..<2 {
            let passing = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<1_000 { group.addTask { try await server.send(key: "a").head.status == .ok } }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(passing == 100)
            server.clock.advance(by: .seconds(1))
        }
    }

    @Test("count a request in all or in none, each limit once")
    func allOrNone() async throws {
        let limits = [APIDescription.Limit.of("short", allow: 2), .of("long", allow: 3, seconds: 60)]
        let server = LimitedServer(limits, ofKeys: ["long", "short"], ofEndpoints: ["short"], headers: .init(draft: true))
        #expect(try await server.send(key: "a")["RateLimit"] == #""short";r=1;t=10, "long";r=2;t=60"#)
        #expect(try await server.passing(of: 9, key: "a") == 1)
        server.clock.advance(by: .seconds(10))
        // The eight that the short one refused are not counted in the long one.
        #expect(try await server.send(key: "a")["RateLimit"] == #""short";r=1;t=10, "long";r=0;t=50"#)
        #expect(try await server.passing(of: 9, key: "a") == 0)
    }

    @Test("count an invalid request, and none that was not authenticated or may not call")
    func place() async throws {
        let server = LimitedServer([three], ofEndpoints: ["three"])
        #expect(try await server.send(.post, key: "nobody", body: "{}").outcome == "401 credential-unknown")
        for _ in 0..<9 { #expect(try await server.send(.post, key: "powerless", body: "{}").outcome == "403 insufficient-scope") }
        for _ in 0..<3 { #expect(try await server.send(.post, key: "a", body: "{}").outcome == "400 invalid-request") }
        #expect(try await server.send(.post, key: "a", body: "{}").outcome == "429 limit-exceeded")
        #expect(try await server.send(.post, key: "a", body: #"{"n": 1}"#).outcome == "429 limit-exceeded")
    }

    @Test("count each key or tenant alone, or everybody together", arguments: [APIDescription.Limit.Partition.key, .tenant, .everyone])
    func partitions(_ partition: APIDescription.Limit.Partition) async throws {
        let server = LimitedServer([.of("three", allow: 3, by: partition)], ofEndpoints: ["three"])
        #expect(try await server.passing(of: 5, key: "a") == 3)
        #expect(try await server.passing(of: 5, key: "b") == (partition == .key ? 3 : 0))
        #expect(try await server.passing(of: 5, key: "other") == (partition == .everyone ? 0 : 3))
    }

    @Test("count each person")
    func people() async throws {
        let server = LimitedServer([.of("three", allow: 3, by: .user)], ofEndpoints: ["three"])
        for name in ["a", "b"] {
            let outcomes = try await [String](of: 4) {
                try await server.send(.get, "/people", ["Authorization": "Bearer x.\(name).z"]).outcome
            }
            #expect(outcomes == ["200", "200", "200", "429 limit-exceeded"])
        }
    }

    @Test("give a key a number of its own")
    func override() async throws {
        let server = LimitedServer([.of("three", allow: 3) { $0.override = "perTen" }], ofKeys: ["three"])
        try server.keys.add("slow", id: "slow", kind: nil, credential: "key", scopes: ["READ"], tenant: "acme", limits: ["perTen": 1])
        try server.keys.add("fast", id: "fast", kind: nil, credential: "key", scopes: ["READ"], tenant: "acme", limits: ["perTen": 5])
        #expect(try await server.passing(of: 9, key: "slow") == 1)
        #expect(try await server.passing(of: 9, key: "fast") == 5)
        #expect(try await server.passing(of: 9, key: "a") == 3)
    }

    @Test("go by the tenant's plan")
    func plans() async throws {
        let limit = APIDescription.Limit.of("plan", allow: nil, by: .tenant) { $0.allowByPlan = ["free": 2, "paid": nil] }
        let directory = InMemoryTenantDirectory(subscriptions: ["acme": .init(plan: "free"), "birch": .init(plan: "paid")])
        let server = LimitedServer([limit], ofEndpoints: ["plan"], tenants: directory)
        #expect(try await server.passing(of: 5, key: "a") == 2)
        #expect(try await server.passing(of: 50, key: "other") == 50)
        directory.subscribe("acme", to: .init(plan: "paid"))
        #expect(try await server.passing(of: 50, key: "a") == 50)
    }

    @Test("take back what has a status that is not counted, also where a later check refuses it")
    func except() async throws {
        let limit = APIDescription.Limit.of("three", allow: 3) { $0.uncountedStatuses = [404, 400] }
        let server = LimitedServer([limit], ofEndpoints: ["three"], headers: .init(draft: true))
        for _ in 0..<9 {
            let reply = try await server.send(.get, "/things/gone", key: "a")
            #expect(reply.outcome == "404 not-found")
            #expect(reply["RateLimit"] == #""three";r=3"#)
            #expect(try await server.send(.post, key: "a", body: "{}").outcome == "400 invalid-request")
        }
        #expect(try await server.passing(of: 9, "/things/here", key: "a") == 3)
    }

    @Test("count quotas of requests behind validation, in a store that outlives the server")
    func quotas() async throws {
        let quota = APIDescription.Limit.of("daily", allow: 2) {
            $0.kind = .quota
            $0.window = .calendar(.day)
        }
        let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_633_200))
        let store = InMemoryLimitStore(clock: clock)
        let first = LimitedServer([quota], ofEndpoints: ["daily"], clock: clock, quotas: store)
        #expect(try await first.send(.post, key: "a", body: "{}").outcome == "400 invalid-request")
        #expect(try await first.send(.post, key: "a", body: #"{"n": 1}"#).outcome == "200")
        let second = LimitedServer([quota], ofEndpoints: ["daily"], clock: clock, quotas: store)
        #expect(try await second.send(key: "a").outcome == "200")
        let refused = try await second.send(key: "a")
        #expect(refused.outcome == "429 quota-exceeded")
        #expect(refused["Retry-After"] == "46800")
        clock.advance(by: .seconds(46_800))
        #expect(try await second.send(key: "a").outcome == "200")
    }

    @Test("count what comes with a credential for its bearer, where a request has several")
    func severalCredentials() async throws {
        let server = LimitedServer([.of("three", allow: 3)]) { api in
            api.credentials[1].limits = ["three"]
            api.endpoints[0].auth = .all(["key", "device"])
        }
        for name in ["d", "e"] { try server.keys.add(name, id: name, kind: nil, credential: "device", scopes: ["READ"], tenant: "acme") }
        for device in ["d", "e"] {
            var passing = 0
            // Both keys of the first credential are let in by each device's count.
            for key in ["a", "b", "a", "b", "a"] {
                let reply = try await server.send(key: key, ["X-Device": device])
                if reply.head.status == .ok { passing += 1 }
            }
            #expect(passing == 3)
        }
    }

    @Test("count nothing where neither the endpoint nor the credential names them")
    func others() async throws {
        let server = LimitedServer([.of("unused", allow: 1)])
        #expect(try await server.passing(of: 5, key: "a") == 5)
    }
}

extension [String] {
    /// What something answers each of so many times.
    fileprivate init(of count: Int, _ answer: () async throws -> String) async rethrows {
        self = []
        for _ in 0..<count { append(try await answer()) }
    }
}
