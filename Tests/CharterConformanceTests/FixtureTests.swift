import CharterConformance
import CharterRuntime
import Testing

@Suite("missing fixtures leave checks unchecked")
struct FixtureTests {
    @Test("a key that holds only a scope")
    func scope() async {
        let result = await run("insufficient-scope/AUDIT", on: Calendar.listEvents) { $0.credentials.removeAll { $0.scopes == ["AUDIT"] } }
        #expect(result.outcome == .unchecked)
        #expect(result.actual == "the fixtures lack a valid key of kind secret that holds only AUDIT of oslo")
        #expect(result.request == "GET /communities/:tag/events")
        #expect(result.curl == "")
    }

    @Test("a key that is still valid")
    func state() async {
        let result = await run("insufficient-kind/publishable", on: Calendar.addEvent) { $0.credentials[0].state = .revoked }
        #expect(result.outcome == .unchecked)
        #expect(result.actual == "the fixtures lack a valid key of kind publishable of oslo")
    }

    @Test("a second tenant, or its key")
    func tenant() async {
        let alone = await run("foreign-tenant", on: Calendar.listEvents) { $0.tenants = ["oslo"] }
        #expect(alone.actual == "the fixtures lack a second community")
        let keyless = await run("foreign-tenant", on: Calendar.listEvents) { $0.credentials.removeLast() }
        #expect(keyless.actual == "the fixtures lack a valid key of rome that may call listEvents")
        #expect([alone.outcome, keyless.outcome] == [.unchecked, .unchecked])
    }

    @Test("a suspended tenant, or its key")
    func suspendedTenant() async {
        let none = await run("suspended-tenant", on: Calendar.listEvents)
        #expect(none.actual == "the fixtures lack a suspended community: suspended")
        let keyless = await run("suspended-tenant", on: Calendar.listEvents) { $0.suspended = ["bonn"] }
        #expect(keyless.actual == "the fixtures lack a valid key of bonn that may call listEvents")
        #expect([none.outcome, keyless.outcome] == [.unchecked, .unchecked])
        // A server that serves the tenant all the same is found out.
        let served = await run("suspended-tenant", on: Calendar.listEvents) { $0.suspended = ["oslo"] }
        #expect(served.outcome == .failed)
    }

    @Test("a path parameter")
    func parameter() async {
        let result = await run("response-shape", on: Calendar.getEvent) { $0.parameters["oslo"]?["getEvent"]?["slug"] = nil }
        #expect(result.outcome == .unchecked)
        #expect(result.actual.contains("\"slug\""))
    }

    @Test("an address")
    func baseURL() async {
        let result = await run("response-shape", on: Calendar.status) { $0.baseURL = "localhost" }
        #expect(result.outcome == .unchecked)
    }

    @Test("a list that is long enough to be walked", arguments: [(0, CheckResult.Outcome.unchecked), (1, .unchecked), (2, .passed)])
    func shortList(count: Int, outcome: CheckResult.Outcome) async {
        let result = await run("whole-walk", on: Calendar.listEvents, server: CalendarServer(count: count))
        #expect(result.outcome == outcome)
    }

    @Test("nothing is missing where nothing is needed")
    func nothingNeeded() async {
        let result = await run("response-shape", on: Calendar.status) { fixtures in
            fixtures = Fixtures(baseURL: fixtures.baseURL, tenants: [], credentials: [], parameters: [:])
        }
        #expect(result.outcome == .passed)
    }

    @Test("a body of the fixtures goes before the contract's example")
    func body() async {
        let result = await run("response-shape", on: Calendar.addEvent) { $0.bodies = ["oslo": ["addEvent": .object([:])]] }
        #expect(result.outcome == .failed)
        #expect(result.curl.hasSuffix("--data-raw '{}' # credentials[2]"))
    }

    private func run(
        _ check: String,
        on endpoint: APIDescription.Endpoint,
        server: CalendarServer = CalendarServer(),
        without change: (inout Fixtures) -> Void = { _ in }
    ) async -> CheckResult {
        var fixtures = Fixtures.calendar
        change(&fixtures)
        return await CharterConformanceTests.run(check, on: endpoint, in: .calendar, ServerUnderTest(transport: server, fixtures: fixtures))
    }
}
