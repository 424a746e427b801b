import CharterRuntime
import Testing

@Suite("Schema validation")
struct SchemaValidationTests {
    typealias Schema = APIDescription.Schema

    static let api = APIDescription(
        name: "T",
        title: "T",
        version: "1.0.0",
        servers: [],
        credentials: [],
        scopes: [],
        limits: [],
        tenancy: nil,
        errors: .problem,
        endpoints: [],
        types: [
            "Node": .object([.init("value", .integer()), .init("next", .nullable(.named("Node")), isRequired: false)]),
            "Loop": .named("Loop"), "Ping": .nullable(.named("Pong")), "Pong": .named("Ping"),
            "Event": .object([.init("tiers", .list(of: .object([.init("price", .integer(range: .init(0)))])))]),
        ]
    )

    private func faults(_ json: String, _ schema: Schema, _ direction: APIDescription.Direction = .request) throws -> [String] {
        let found = try Self.api.faults(in: Array(json.utf8), against: schema, at: "x", direction: direction)
        // A value that was read before is judged alike, in the order in which it would be written.
        let value = try JSONCoding.decode(JSONValue.self, from: Array(json.utf8))
        let ofValue = Self.api.faults(of: value, against: schema, at: "x", direction: direction)
        #expect(ofValue.map { "\($0.field) \($0.message)" }.sorted() == found.map { "\($0.field) \($0.message)" }.sorted(), "\(json)")
        return found.map(\.field)
    }

    static let fitting: [(String, Schema)] = [
        (#""""#, .string()), (#""é""#, .string(length: .init(1, 1))), (#""e\u0301""#, .string(length: .init(2, 2))),
        (#""👨‍👩‍👧""#, .string(length: .init(5, 5))), (#""xaby""#, .string(pattern: "ab")), (#""12""#, .string(pattern: "^\\d+$")),
        ("1", .integer()), ("1.0", .integer()), ("-5", .integer(range: .init(-5, -5))), ("9223372036854775807", .integer()),
        ("1", .number(range: .init(1, 1))), ("0.5", .number(range: .init(0, 1))), ("true", .boolean),
        (#""a""#, .enumeration(["a"], isOpen: false)), ("null", .nullable(.string())), (#""a""#, .nullable(.string())),
        ("[]", .list(of: .string())), (#"["a"]"#, .list(of: .string(), count: .init(1, 1))), ("{}", .object([])),
        (#"{"a": 1, "unknown": []}"#, .object([.init("a", .integer())])), ("{}", .object([.init("a", .integer(), isRequired: false)])),
        (#"{"value": 1, "next": {"value": 2, "next": null}}"#, .named("Node")),
    ]

    @Test("lets pass what fits", arguments: fitting.indices)
    func fits(index: Int) throws {
        let (json, schema) = Self.fitting[index]
        #expect(try faults(json, schema).isEmpty, "\(json)")
        #expect(try faults(json, schema, .response).isEmpty, "\(json)")
    }

    static let unfitting: [(String, Schema, [String])] = [
        ("1", .string(), ["x"]), ("null", .string(), ["x"]), (#""ab""#, .string(length: .init(nil, 1)), ["x"]),
        (#""""#, .string(length: .init(1)), ["x"]), (#""ab""#, .string(pattern: "^b"), ["x"]),
        (#""ab\n""#, .string(pattern: "^ab$"), ["x"]),
        (#""١""#, .string(pattern: "\\d"), ["x"]), (#""a""#, .string(pattern: "("), ["x"]), ("1.5", .integer(), ["x"]),
        ("9223372036854775808", .integer(), ["x"]), (#""1""#, .integer(), ["x"]), ("true", .integer(), ["x"]), ("1", .boolean, ["x"]),
        ("4", .integer(range: .init(5)), ["x"]), ("6", .integer(range: .init(nil, 5)), ["x"]), ("1.1", .number(range: .init(0, 1)), ["x"]),
        (#""b""#, .enumeration(["a"], isOpen: false), ["x"]), ("1", .enumeration(["1"], isOpen: true), ["x"]),
        ("{}", .list(of: .string()), ["x"]),
        ("[]", .list(of: .string(), count: .init(1)), ["x"]), (#"[1, "a", null]"#, .list(of: .string()), ["x[0]", "x[2]"]),
        ("[]", .object([]), ["x"]), ("{}", .object([.init("a", .integer())]), ["x.a"]),
        (#"{"a": null}"#, .object([.init("a", .integer(), isRequired: false)]), ["x.a"]),
        (#"{"value": 1, "next": {"value": "2", "next": {}}}"#, .named("Node"), ["x.next.value", "x.next.next.value"]),
        (#"{"tiers": [{"price": 1}, {}, {"price": -1}]}"#, .named("Event"), ["x.tiers[1].price", "x.tiers[2].price"]),
        ("1", .named("Loop"), ["x"]), ("1", .named("Ping"), ["x"]), ("1", .named("Nobody"), ["x"]),
    ]

    @Test("names what does not", arguments: unfitting.indices)
    func doesNotFit(index: Int) throws {
        let (json, schema, fields) = Self.unfitting[index]
        #expect(try faults(json, schema) == fields, "\(json)")
        #expect(try faults(json, schema, .response) == fields, "\(json)")
    }

    @Test("takes from a later server what a caller may not send")
    func directions() throws {
        let open = Schema.enumeration(["a"], isOpen: true)
        #expect(try faults(#""b""#, open, .request) == ["x"])
        #expect(try faults(#""b""#, open, .response).isEmpty)
    }

    @Test("takes a UUID in upper case from a caller only")
    func upperCase() throws {
        let id = #""8AD4F7C2-9E3B-4A1C-BC2F-1D8E3A9B7C4D""#
        #expect(try faults(id, .string(format: .uuid), .request).isEmpty)
        #expect(try faults(id, .string(format: .uuid), .response) == ["x"])
    }

    @Test("begins paths at the root where none is given")
    func rootPath() {
        let value = JSONValue.object(["tiers": .array([.object([:])])])
        #expect(Self.api.faults(of: value, against: .named("Event")).map(\.field) == ["tiers[0].price"])
    }

    @Test("says what was expected")
    func messages() {
        let fault = Self.api.faults(of: .string(""), against: .string(length: .init(1, 200)), at: "title").first
        #expect(fault == Problem.FieldFault(field: "title", message: "must have 1 to 200 characters, found 0"))
    }
}
