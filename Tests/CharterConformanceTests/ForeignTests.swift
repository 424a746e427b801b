import CharterConformance
import CharterRuntime
import HTTPTypes
import Testing

@Suite("checks that tenants are kept apart, where the key says whose data is asked for")
struct ForeignTests {
    @Test(
        "take what the own tenant does not have for what is not there, whatever answers those who name another one",
        arguments: [(Problem.Code.notFound, 404, CheckResult.Outcome.passed), (.foreignTenant, 403, .failed)]
    )
    func ofKeys(code: Problem.Code, status: Int, outcome: CheckResult.Outcome) async {
        let endpoint = event
        var fixtures = Fixtures.calendar
        fixtures.parameters = ["oslo": ["getEvent": ["slug": "e1"]], "rome": ["getEvent": ["slug": "e2"]]]
        let server = ServerUnderTest(transport: Recorder(.refusal(code, status: status)), fixtures: fixtures)
        #expect(await run("foreign-tenant", on: endpoint, in: api(.credential), server).outcome == outcome)
    }

    @Test("leave alone what each tenant makes under a name of its own", arguments: [true, false])
    func made(makes: Bool) {
        var endpoint = event
        endpoint.method = .put
        endpoint.success = .init(status: 200, otherStatuses: makes ? [201] : [], body: .named("Event"))
        let names = api(.credential).conformanceChecks(of: endpoint).map(\.name)
        #expect(names.contains("getEvent/foreign-tenant") == !makes)
    }

    @Test(
        "name an unknown tenant in the form that those have which there are",
        arguments: [
            ["acc_oslo", "acc_rome"], ["4711", "4777"], ["6f1c2d3e-4b5a-4968-8778-695a4b3c2bbb", "6f1c2d3e-4b5a-4968-8778-695a4b3c2d1e"],
            ["AB", "BB"],
        ]
    )
    func unknown(names: [String]) async throws {
        var fixtures = Fixtures.calendar
        for index in fixtures.credentials.indices { fixtures.credentials[index].tenant = names[0] }
        fixtures.tenants = names
        fixtures.parameters = [names[0]: ["getEvent": ["slug": "e1"]]]
        let endpoint = event
        let recorder = Recorder(.refusal(.foreignTenant, status: 403))
        let server = ServerUnderTest(transport: recorder, fixtures: fixtures)
        #expect(await run("unknown-tenant", on: endpoint, in: api(.header("X-Community")), server).outcome == .passed)
        let name = try #require(HTTPField.Name("X-Community").flatMap { recorder.requests.first?.headerFields[$0] })
        #expect(!names.contains(name))
        #expect(name.count == names[0].count)
        #expect(
            zip(name, names[0]).allSatisfy { $0 == $1 || $0.isNumber && $1.isNumber || $0.isHexDigit && $0.isLowercase == $1.isLowercase }
        )
        if let end = names[0].firstIndex(of: "_") { #expect(name.hasPrefix(names[0][...end])) }
    }

    /// An event, whose path says nothing of whose it is.
    private var event: APIDescription.Endpoint {
        var endpoint = Calendar.getEvent
        endpoint.path = "/events/:slug"
        endpoint.pathParameters.removeAll { $0.name == "tag" }
        return endpoint
    }

    private func api(_ place: APIDescription.Tenancy.Place) -> APIDescription {
        var api = APIDescription.calendar
        api.tenancy = .init(name: "community", place: place, foreignStatus: 403)
        return api
    }
}
