import CharterConformance
import CharterRuntime
import Testing

@Suite("check results")
struct CheckResultTests {
    @Test("name what was asked, what should have come and what came")
    func failed() async {
        let result = await run("page-size-below-minimum", on: Calendar.listEvents, fault: .zeroTaken)
        #expect(result.name == "listEvents/page-size-below-minimum")
        #expect(result.family == .paging)
        #expect(result.contract == "endpoints/listEvents/pagination")
        #expect(result.request == "GET /communities/oslo/events?limit=0")
        #expect(result.expected == "400 with an application/problem+json body of code invalid-request")
        #expect(result.actual.hasPrefix("the status is 200 (status 200, application/json, "))
        #expect(
            result.curl == "curl -i -X GET 'http://localhost:8080/v1/communities/oslo/events?limit=0' -H 'X-API-Key: pk_…'"
                + " -H 'Accept: application/json, application/problem+json' # credentials[0]"
        )
    }

    @Test("quote bodies for the shell")
    func quoting() async {
        let result = await run("response-shape", on: Calendar.addEvent)
        #expect(result.curl.hasSuffix(#"--data-raw '{"slug":"new","title":"It'\''s new"}' # credentials[2]"#))
    }

    @Test("show no key, not even one that the server repeats", arguments: [Fault.refusesWithText, .silent])
    func redaction(fault: Fault) async throws {
        for endpoint in APIDescription.calendar.endpoints {
            for check in APIDescription.calendar.basicChecks(of: endpoint) {
                let text = String(decoding: try JSONCoding.encode(await run(check.ownName, on: endpoint, fault: fault)), as: UTF8.self)
                #expect(!text.contains("sk_oslo_") && !text.contains("pk_oslo_") && !text.contains("sk_rome_"))
            }
        }
    }

    @Test("show in full the text that is no key")
    func unknownKey() async {
        let result = await run("unknown-credential", on: Calendar.addEvent)
        #expect(result.curl.contains("'X-API-Key: sk_000000000'"))
    }

    @Test("say why a walk failed, with the request that shows it")
    func walk() async {
        let result = await run("whole-walk", on: Calendar.listEvents, fault: .offsetCountsPages)
        #expect(result.request == "GET /communities/oslo/events?limit=2&offset=1")
        #expect(result.actual == "the page of size 2 at offset 1: its 2 items are not those of the list there")
    }

    @Test("are objects of eight members in JSON, and of more where more is known")
    func json() async throws {
        let result = await run("response-shape", on: Calendar.status)
        let bytes = try JSONCoding.encode(result)
        #expect(try JSONCoding.decode(CheckResult.self, from: bytes) == result)
        guard case .object(let members) = try JSONCoding.decode(JSONValue.self, from: bytes) else { return #expect(Bool(false)) }
        #expect(members.keys.sorted() == ["actual", "contract", "curl", "expected", "family", "name", "outcome", "request"])
        #expect(members["outcome"] == .string("passed"))

        var stopped = result
        stopped.isStopped = true
        stopped.place = CheckPlace(file: "spec/calendar.yaml", line: 12, column: 5)
        let more = try JSONCoding.encode(stopped)
        #expect(try JSONCoding.decode(CheckResult.self, from: more) == stopped)
        let place = #""place":{"file":"spec/calendar.yaml","line":12,"column":5}"#
        #expect(String(decoding: more, as: UTF8.self).hasSuffix(#"\#(place),"stopped":true}"#))
    }

    private func run(_ check: String, on endpoint: APIDescription.Endpoint, fault: Fault? = nil) async -> CheckResult {
        let server = ServerUnderTest(transport: CalendarServer(fault: fault), fixtures: .calendar)
        return await CharterConformanceTests.run(check, on: endpoint, in: .calendar, server)
    }
}
