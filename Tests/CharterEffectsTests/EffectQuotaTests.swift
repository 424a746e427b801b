import CharterRuntime
import CharterServer
import Testing

/// Limits that count what was done.
@Suite("A quota of effects")
struct EffectQuotaTests {
    @Test("is used by what was done alone: not by what is invalid, fails or is repeated")
    func uses() async throws {
        let server = try NotesServer()
        for number in 0..<3 {
            for body in [#"{"text":""}"#, "{"] { #expect(try await server.write(body, once: nil).status == 400) }
            await server.desk.before { _ in throw FailedCallTests.Unlucky() }
            for key in [nil, "f"] { #expect(try await server.write(once: key).status == 500) }
            await server.desk.before(nil)
            #expect(try await server.write(once: "k\(number)").outcome == "201")
            for _ in 0..<3 { #expect(try await server.write(once: "k\(number)").outcome == "201 again") }
        }
        let refused = try await server.write(once: "k3")
        #expect(refused.outcome == "429 quota-exceeded")
        #expect(refused["Retry-After"] == "3600")
        #expect(await server.desk.notes.count == 3)
        // Another tenant has a quota of its own.
        #expect(try await server.write(once: nil, as: "b-bob").outcome == "201")
    }

    @Test("lets exactly as many through as it allows, however many come at once")
    func exactness() async throws {
        let server = try NotesServer()
        for round in 1...3 {
            let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<100 {
                    group.addTask { try await server.write(once: number % 2 == 0 ? nil : "\(round)-\(number)").outcome }
                }
                return try await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
            }
            #expect(outcomes == ["201": 3, "429 quota-exceeded": 97])
            #expect(await server.desk.notes.count == 3 * round)
            server.clock.advance(by: .seconds(3_600))
        }
    }

    @Test("lets the next one through as soon as it says")
    func waiting() async throws {
        let server = try NotesServer()
        for _ in 0..<3 {
            #expect(try await server.write(once: nil).outcome == "201")
            server.clock.advance(by: .seconds(100))
        }
        let refused = try await server.write(once: nil)
        #expect(refused["Retry-After"] == "3300")
        server.clock.advance(by: .milliseconds(3_299_999))
        #expect(try await server.write(once: nil).status == 429)
        server.clock.advance(by: .milliseconds(1))
        #expect(try await server.write(once: nil).status == 201)
        #expect(try await server.write(once: nil).status == 429)
    }

    @Test("is told in replies of what it counted")
    func fields() async throws {
        let server = try NotesServer()
        #expect(try await server.write(once: "k1")["RateLimit"] == #""notes";r=2;t=3600"#)
        // Neither is counted, so that neither says how much is left.
        #expect(try await server.write(once: "k1")["RateLimit"] == nil)
        await server.desk.before { _ in throw FailedCallTests.Unlucky() }
        #expect(try await server.write(once: "k2")["RateLimit"] == nil)
        await server.desk.before(nil)
        #expect(try await server.write(once: "k2")["RateLimit"] == #""notes";r=1;t=3600"#)
    }

    @Test(
        "stands where the contract puts it: before or behind the repetition of calls",
        arguments: [
            ([], "201 again", "422 idempotency-mismatch"), ([.idempotency, .quotas], "201 again", "422 idempotency-mismatch"),
            ([.credentials, .body, .quotas, .idempotency], "429 quota-exceeded", "429 quota-exceeded"),
        ] as [([APIDescription.RequestRules.Stage], String, String)]
    )
    func order(order: [APIDescription.RequestRules.Stage], again: String, other: String) async throws {
        let api = APIDescription.notes {
            if !order.isEmpty { $0.requests.order = order.count == 2 ? APIDescription.RequestRules.Stage.allCases : order }
        }
        let server = try NotesServer(api)
        for key in ["k1", "k2"] { #expect(try await server.write(once: key).outcome == "201") }
        // Something is left: both orders answer alike, and a repeated call uses nothing.
        for _ in 0..<3 { #expect(try await server.write(once: "k1").outcome == "201 again") }
        #expect(try await server.write(once: "k3").outcome == "201")
        #expect(try await server.write(once: "k1").outcome == again)
        #expect(try await server.write(#"{"text":"tea"}"#, once: "k1").outcome == other)
    }

    @Test("counts what is done outside of the API in the same window")
    func outside() async throws {
        let api = APIDescription.notes()
        let server = try NotesServer(api)
        let counting = LimitCounting(api, clock: server.clock)
        for _ in 0..<2 { try await server.effects.withTransaction { _ = try await counting.count("notes", tenant: "a", in: $0) } }
        #expect(try await server.write(once: nil).outcome == "201")
        #expect(try await server.write(once: nil).outcome == "429 quota-exceeded")
        await #expect(throws: Refusal.self) {
            try await server.effects.withTransaction { _ = try await counting.count("notes", tenant: "a", in: $0) }
        }
    }
}
