import CharterConformance
import CharterRuntime
import HTTPTypes
import Testing

@Suite("checks of what error bodies say")
struct ErrorWordingTests {
    @Test(
        "hold them to the wording that the contract states, and to saying nothing where there is nothing to say",
        arguments: [
            (#""detail":"No such page.""#, CheckResult.Outcome.passed), (#""detail":"Nothing here.""#, .failed),
            (#""detail":"No such page.","errors":[]"#, .failed),
        ]
    )
    func wording(members: String, outcome: CheckResult.Outcome) async {
        var api = APIDescription.calendar
        api.errors.faults = [.init(kind: .unknownPath, code: "no-page", message: "No such page.")]
        api.errors.body = .object([
            .init("code", .code), .init("detail", .message),
            .init("errors", .object([.init("list", .faults(.object([.init("at", .faultField)])))]), isRequired: false),
        ])
        let body = #"{"code":"no-page",\#(members)}"#
        #expect(await outcomeOfUnknownPath(api, body) == (members.contains("errors") ? .failed : outcome))
        api.errors.body = .object([
            .init("code", .code), .init("detail", .message),
            .init("errors", .faults(.object([.init("at", .faultField)])), isRequired: false),
        ])
        #expect(await outcomeOfUnknownPath(api, body) == outcome)
    }

    private func outcomeOfUnknownPath(_ api: APIDescription, _ body: String) async -> CheckResult.Outcome {
        var reply = HTTPReply.json(body, status: 404)
        reply.head.headerFields[.contentType] = "application/problem+json"
        var api = api
        api.endpoints = [Calendar.status]
        let suite = ConformanceSuite(api, server: ServerUnderTest(transport: Recorder(reply), fixtures: .calendar))
        guard let check = suite.check(named: "status/unknown-path") else { return .unchecked }
        return await suite.run(check).outcome
    }
}
