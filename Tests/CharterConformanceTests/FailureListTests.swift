import CharterConformance
import CharterRuntime
import HTTPTypes
import Testing

/// A server of which some new events are refused, by what they are called.
private struct Gatekeeper: HTTPTransport {
    let refused: Set<String>

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let title = (try? JSONCoding.decode(JSONValue.self, from: body))?["title"]
        guard case .string(let text)? = title, refused.contains(text) else { return .json(#"{"slug":"new","title":"New"}"#, status: 201) }
        let problem = #"{"type":"about:blank","title":"No","status":409,"code":"not-now"}"#
        let head = HTTPResponse(status: .conflict, headerFields: [.contentType: "application/problem+json"])
        return HTTPReply(head: head, body: Array(problem.utf8))
    }
}

@Suite("a failure with several requests in the fixtures")
struct FailureListTests {
    @Test("has to come of each", arguments: [["Early", "Late"], ["Early"], ["Late"]])
    func each(refused: [String]) async {
        var endpoint = Calendar.addEvent
        endpoint.failures = [.init(status: 409, code: "not-now", when: "It is too early, or too late.")]
        var fixtures = Fixtures.calendar
        let (early, late) = (Fixtures.Provocation(body: body("Early")), Fixtures.Provocation(body: body("Late")))
        fixtures.failures = ["oslo": ["addEvent": ["not-now": .init(body: early.body, others: [late])]]]
        let server = ServerUnderTest(transport: Gatekeeper(refused: Set(refused)), fixtures: fixtures)
        let result = await run("failure/not-now", on: endpoint, in: .calendar, server)
        #expect(result.outcome == (refused.count == 2 ? .passed : .failed), "\(result.actual)")
        #expect(result.expected.contains("to each of 2 requests"), "\(result.expected)")
    }

    private func body(_ title: String) -> JSONValue { .object(["slug": .string("new"), "title": .string(title)]) }
}
