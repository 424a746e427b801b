import CharterConformance
import CharterRuntime
import HTTPTypes
import Testing

/// A caller may leave out what is optional, and choose each value of an enumeration.
@Suite("What a caller may choose")
struct FreedomTests {
    private static let addLamp = APIDescription.Endpoint(
        id: "addLamp",
        method: .post,
        path: "/lamps",
        summary: "Adds a lamp",
        requestBody: .init(
            schema: .object([
                .init("colour", .enumeration(["red", "blue"])), .init("size", .integer(), isRequired: false),
                .init("note", .string(), isRequired: false), .init("tags", .map(of: .string()), isRequired: false),
            ]),
            example: #"{"colour":"red","size":3,"note":"Here.","tags":{"a":"b"}}"#
        ),
        success: .init(status: 201, body: .any)
    )
    fileprivate static let api = APIDescription(
        name: "Lamps",
        title: "Lamps API",
        version: "1.0.0",
        servers: [.init(name: "production", url: "https://lamps.example/v1")],
        errors: .init(
            mediaType: "application/json",
            body: .object([.init("code", .code), .init("faults", .faults(.object([.init("at", .faultField)])))])
        ),
        endpoints: [addLamp],
        types: [:]
    )

    @Test("is tried of each member that is documented, and of none that a map has")
    func derivation() {
        let names = Self.api.conformanceChecks(of: Self.addLamp).map(\.ownName).filter { name in
            ["without", "required-alone", "each-value"].contains { name.hasPrefix($0) }
        }
        #expect(names == ["without/size", "without/note", "without/tags", "required-alone", "each-value/colour"])
    }

    @Test(
        "is not refused for what it is; what hangs together with something else is not looked at",
        arguments: [
            ("each-value/colour", "blue", "colour", false), ("each-value/colour", "blue", "size", true),
            ("each-value/colour", "green", "colour", true), ("without/note", "", "note", false), ("without/note", "", "size", true),
            ("without/note", "Here.", "note", true), ("required-alone", "", "size", false),
        ]
    )
    func refusals(check: String, refused: String, place: String, passes: Bool) async {
        let transport = PickyServer(refused: refused, place: place)
        let fixtures = Fixtures(baseURL: "http://localhost/v1", tenants: ["all"], credentials: [], parameters: [:])
        let suite = ConformanceSuite(Self.api, server: ServerUnderTest(transport: transport, fixtures: fixtures))
        guard let check = suite.check(named: "addLamp/\(check)") else {
            Issue.record("there is no such check")
            return
        }
        let result = await suite.run(check)
        #expect(result.outcome == (passes ? .passed : .failed), "\(result.actual)")
    }

    /// A server that refuses bodies for one place: those with a text, or those without a note.
    private struct PickyServer: HTTPTransport {
        let refused: String
        let place: String

        func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
            let text = String(decoding: body, as: UTF8.self)
            let isWrong = refused.isEmpty ? !text.contains("\"note\"") : text.contains("\"\(refused)\"")
            let errors = FreedomTests.api.errors
            let status = isWrong ? errors.status(of: .invalidField) : 201
            let head = HTTPResponse(status: .init(code: status), headerFields: [.contentType: "application/json"])
            let reply = isWrong ? #"{"code":"\#(errors.text(of: .invalidField))","faults":[{"at":"\#(place)"}]}"# : "{}"
            return HTTPReply(head: head, body: Array(reply.utf8))
        }
    }
}
