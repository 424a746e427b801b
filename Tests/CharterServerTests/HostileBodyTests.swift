import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// Bodies that somebody has made to break the reading of JSON, or to make it dear.
@Suite("Hostile bodies")
struct HostileBodyTests {
    private static let schema = APIDescription.Schema.object([
        .init("name", .string(), isRequired: false), .init("size", .integer(), isRequired: false),
        .init("weight", .number(), isRequired: false), .init("price", .exactNumber(), isRequired: false),
        .init("flags", .map(of: .list(of: .boolean)), isRequired: false), .init("note", .any, isRequired: false),
    ])

    private func post(_ body: String) async throws -> TrialReply {
        try await SmallServer(.small([.taking(Self.schema)])).send(.post, "/things", body: body)
    }

    static let broken: [String] = [
        String(repeating: "[", count: 100_000), String(repeating: #"{"a":"#, count: 100_000), "{\"name\": \"a\u{0}b\"}", "{}\u{0}",
        "\u{0}{}",
        "\u{FEFF}{}", #"{"\ud83d": 1}"#, #"{"name": "\ude00\ud83d"}"#, #"{"na\u00zz": 1}"#, #"{"size": 1e}"#, #"{"size": --1}"#,
        "{'name': 'x'}",
        #"{"note": [1,]}"#, #"{"note": {"a": 1,}}"#, #"{"note": nulL}"#, #"{"note": NaN}"#, #"{"weight": Infinity}"#, "[1] // text",
        "\u{A0}{}",
    ]

    @Test("that are not JSON are refused as malformed", arguments: Self.broken)
    func malformed(body: String) async throws {
        let reply = try await post(body)
        #expect(reply.outcome == "400 malformed-body")
        #expect(reply.faultyFields == ["body"])
    }

    @Test(
        "that are JSON, but not what is asked for, have their faults told",
        arguments: [
            (#"{"size": 1e999999999}"#, ["size"]), (#"{"weight": -1e999999999}"#, ["weight"]), (#"{"price": 1e999999999}"#, ["price"]),
            (#"{"size": 9223372036854775808}"#, ["size"]), (#"{"name": "x", "n\u0061me": "y"}"#, ["name"]),
            (#"{"name": "x", "\u006e\u0061\u006d\u0065": "y"}"#, ["name"]), (#"{"note": {"a": [{"b": 1, "\u0062": 2}]}}"#, ["note.a[0].b"]),
            (#"{"more": {"a": 1, "a": 2}}"#, ["more.a"]), (#"{"flags": {"": [1]}}"#, [#"flags[""][0]"#]), ("[]", ["body"]), ("7", ["body"]),
        ]
    )
    func unfitting(body: String, fields: [String]) async throws {
        let reply = try await post(body)
        #expect(reply.outcome == "400 invalid-request")
        #expect(reply.faultyFields == fields)
    }

    @Test(
        "that are only odd are taken",
        arguments: [
            #"{"name": "a\u0000b"}"#, #"{"size": 9223372036854775807, "weight": 5e-324}"#, #"{"weight": 1e-999999999}"#,
            #"{"size": 0e999999999}"#,
            " \t\r\n{ } \n", #"{"note": {"a": 1, "b": {"a": 1}}}"#, #"{"\ud83d\ude00": 1}"#,
            #"{"note": \#(String(repeating: "[", count: 63))\#(String(repeating: "]", count: 63))}"#,
        ]
    )
    func odd(body: String) async throws {
        #expect(try await post(body).status == 200)
    }

    @Test("with long names over many faults get a short answer")
    func longNames() async throws {
        let items = Array(repeating: "1", count: 170_000).joined(separator: ",")
        let reply = try await post(#"{"flags": {"\#(String(repeating: "n", count: 500_000))": [\#(items)]}}"#)
        #expect(reply.outcome == "400 invalid-request")
        #expect(reply.faultyFields.count == 100)
        #expect(reply.text.utf8.count < 32_000)
    }
}
