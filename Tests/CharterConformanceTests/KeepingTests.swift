import CharterConformance
import CharterRuntime
import HTTPTypes
import Testing

@Suite("checks of what is kept")
struct KeepingTests {
    @Test(
        "look whether what an action answers is seen afterwards",
        arguments: [(#"{"slug":"e1","title":"Off"}"#, CheckResult.Outcome.passed), (#"{"slug":"e1","title":"On"}"#, .failed)]
    )
    func action(after: String, outcome: CheckResult.Outcome) async {
        var action = Calendar.getEvent
        (action.id, action.method, action.path) = ("stopEvent", .post, "/communities/:tag/events/:slug/stop")
        var fixtures = Fixtures.calendar
        fixtures.parameters["oslo"]?["stopEvent"] = ["tag": "oslo", "slug": "e1"]
        let (before, answer) = (HTTPReply.json(#"{"slug":"e1","title":"On"}"#), HTTPReply.json(#"{"slug":"e1","title":"Off"}"#))
        let recorder = Recorder(before, answer, .json(after))
        let result = await run("kept", on: action, in: .calendar, ServerUnderTest(transport: recorder, fixtures: fixtures))
        #expect(result.outcome == outcome, "\(result.actual)")
        #expect(recorder.requests.map(\.path) == ["", "/stop", ""].map { "/v1/communities/oslo/events/e1\($0)" })
    }

    @Test("look whether callers set what is not theirs", arguments: [true, false])
    func unsettable(isSet: Bool) async throws {
        var endpoint = Calendar.status
        endpoint.method = .post
        endpoint.requestBody = .init(schema: .object([.init("title", .string())]), example: #"{"title":"One"}"#)
        let owner = APIDescription.Property("owner", .string(format: .email))
        endpoint.success = .init(status: 201, body: .object([.init("title", .string()), owner]))
        let name = "not-set-by-callers"
        let plain = Recorder(.json(#"{"title":"One","owner":"bo@calendar.example"}"#, status: 201))
        let kept = Echo()
        let server = ServerUnderTest(transport: isSet ? kept : plain, fixtures: .calendar)
        let result = await run(name, on: endpoint, in: .calendar, server)
        #expect(result.outcome == (isSet ? .failed : .passed), "\(result.actual)")
        var strict = APIDescription.calendar
        strict.requests.unknownFields = .reject
        #expect(!strict.conformanceChecks(of: endpoint).contains { $0.name.hasSuffix(name) })
    }

    @Test(
        "look whether lists that come whole hold what is another tenant's",
        arguments: [("a", CheckResult.Outcome.failed), ("b", .passed)]
    )
    func lists(id: String, outcome: CheckResult.Outcome) async {
        var endpoint = Calendar.listEvents
        endpoint.paging = nil
        endpoint.success = .init(status: 200, body: .list(of: .object([.init("id", .string())])))
        var fixtures = Fixtures.calendar
        fixtures.parameters["rome"] = ["listEvents": ["tag": "rome"]]
        let server = ServerUnderTest(transport: Recorder(.json(#"[{"id":"a"}]"#), .json(#"[{"id":"\#(id)"}]"#)), fixtures: fixtures)
        #expect(await run("own-items-only", on: endpoint, in: .calendar, server).outcome == outcome)
    }
}

/// A server that makes of each body what was sent.
private struct Echo: HTTPTransport {
    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        .json(String(decoding: body, as: UTF8.self), status: 201)
    }
}
