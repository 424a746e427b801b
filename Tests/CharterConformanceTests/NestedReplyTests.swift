import CharterConformance
import CharterRuntime
import HTTPTypes
import Testing

/// What is made inside of what is sent comes back with what the server adds to it.
@Suite("checks of what was made, inside lists, maps and unions")
struct NestedReplyTests {
    private typealias Schema = APIDescription.Schema

    private static let sent: [APIDescription.Property] = [
        .init("title", .string()), .init("size", .integer(), isRequired: false), .init("note", .string(), isRequired: false),
    ]
    private static let shown: [APIDescription.Property] = [
        .init("id", .string()), .init("title", .string()), .init("size", .integer(), initialValue: "1"),
        .init("note", .string(), isRequired: false),
    ]

    @Test(
        "pass over what only the server sets, and over nothing else",
        arguments: [
            (#"{"id":"a","title":"One","size":1}"#, CheckResult.Outcome.passed), (#"{"id":"a","title":"Two","size":1}"#, .failed),
            (#"{"id":"a","size":1}"#, .failed), (#"{"id":"a","title":"One","size":1,"note":"Mine"}"#, .failed),
        ]
    )
    func nested(item: String, outcome: CheckResult.Outcome) async {
        func forms(_ fields: [APIDescription.Property]) -> [(Schema, (String) -> String)] {
            let tagged = [APIDescription.Property("kind", .constant("one"))] + fields
            return [
                (.list(of: .object(fields)), { "[\($0)]" }), (.map(of: .object(fields)), { #"{"first":\#($0)}"# }),
                (.union(by: "kind", [.init(tag: "one", schema: .object(tagged))]), { #"{"kind":"one",\#($0.dropFirst())"# }),
                (.object([.init("inner", .object(fields))]), { #"{"inner":\#($0)}"# }),
            ]
        }
        for (taken, shown) in zip(forms(Self.sent), forms(Self.shown)) {
            var endpoint = Calendar.status
            endpoint.method = .post
            let example = #"{"things":\#(taken.1(#"{"title":"One"}"#))}"#
            endpoint.requestBody = .init(schema: .object([.init("things", taken.0)]), example: example)
            endpoint.success = .init(status: 201, body: .object([.init("things", shown.0)]))
            let reply = HTTPReply.json(#"{"things":\#(shown.1(item))}"#, status: 201)
            let server = ServerUnderTest(transport: Recorder(reply), fixtures: .calendar)
            let result = await run("created-as-sent", on: endpoint, in: .calendar, server)
            #expect(result.outcome == outcome, "\(taken.0): \(result.actual)")
        }
    }

    @Test("find another number of items", arguments: ["[]", #"[{"id":"a","title":"One","size":1},{"id":"b","title":"One","size":1}]"#])
    func number(items: String) async {
        var endpoint = Calendar.status
        endpoint.method = .post
        endpoint.requestBody = .init(
            schema: .object([.init("things", .list(of: .object(Self.sent)))]),
            example: #"{"things":[{"title":"One"}]}"#
        )
        endpoint.success = .init(status: 201, body: .object([.init("things", .list(of: .object(Self.shown)))]))
        let server = ServerUnderTest(transport: Recorder(.json(#"{"things":\#(items)}"#, status: 201)), fixtures: .calendar)
        #expect(await run("created-as-sent", on: endpoint, in: .calendar, server).outcome == .failed)
    }
}
