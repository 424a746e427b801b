import CharterRuntime
import Testing

/// The kinds of schema beside texts, numbers, objects and lists.
@Suite("Schema kinds")
struct SchemaKindTests {
    typealias Schema = APIDescription.Schema

    private static let payment = Schema.union(
        by: "kind",
        [
            .init(tag: "card", schema: .object([.init("kind", .constant("card")), .init("digits", .string(length: .init(4, 4)))])),
            .init(tag: "bank", schema: .named("Bank")),
        ]
    )

    private func faults(_ json: String, _ schema: Schema, _ direction: APIDescription.Direction = .request) throws -> [Problem.FieldFault] {
        var api = SchemaValidationTests.api
        api.types["Bank"] = .object([.init("kind", .constant("bank")), .init("iban", .string())])
        let value = try JSONCoding.decode(JSONValue.self, from: Array(json.utf8))
        return api.faults(of: value, against: schema, at: "x", direction: direction)
    }

    private static let fitting: [(String, Schema)] = [
        (#""order""#, .constant("order")), ("null", .nullable(.constant("order"))),
        (#""12.50""#, .decimal(places: 2)), (#""-0.1""#, .decimal()), (#""0""#, .decimal(places: 0)),
        (#""10""#, .decimal(range: .init(10, 10))), (#""10.0""#, .decimal(range: .init(10, 10))),
        (#""9007199254740993""#, .decimal(range: .init(9_007_199_254_740_993))), (#""0.30""#, .decimal(range: .init(DecimalNumber("0.3")))),
        (#""018f3e2a-7c1b-7def-8abc-0123456789ab""#, .string(format: .uuid7)),
        (#""8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d""#, .string(format: .uuid4)),
        (#""123456789012345678901234567890.12""#, .decimal(places: 2)),
        ("{}", .map(of: .integer())), (#"{"a":1,"b b":2}"#, .map(of: .integer(), count: .init(2, 2))),
        (#"{"a":{"b":["c"]}}"#, .map(of: .map(of: .list(of: .string())))),
        (#"{"kind":"card","digits":"1234"}"#, payment), (#"{"kind":"bank","iban":"DE","more":1}"#, payment),
        ("[]", .list(of: .any, isUnique: true)), (#"[1,"1",[1],{"a":1}]"#, .list(of: .any, isUnique: true)),
        ("[1,1]", .list(of: .integer())), ("null", .any), (#"{"a":[null,1.5]}"#, .any), (#"{"a":null}"#, .map(of: .any)),
    ]

    @Test("let pass what fits", arguments: fitting.indices)
    func fits(index: Int) throws {
        let (json, schema) = Self.fitting[index]
        #expect(try faults(json, schema).isEmpty, "\(json)")
        #expect(try faults(json, schema, .response).isEmpty, "\(json)")
    }

    private static let unfitting: [(String, Schema, [String])] = [
        (#""orders""#, .constant("order"), ["x: must be 'order'"]), ("1", .constant("1"), ["x: must be '1'"]),
        ("12.5", .decimal(places: 2), ["x: must be a decimal number as text, with at most 2 digits behind the point"]),
        (#""12.505""#, .decimal(places: 2), ["x: must have at most 2 digits behind the point, found 3"]),
        (#""9.99""#, .decimal(range: .init(10, 20)), ["x: must be 10 to 20, found 9.99"]),
        (
            #""9007199254740992""#, .decimal(range: .init(9_007_199_254_740_993)),
            ["x: must be at least 9007199254740993, found 9007199254740992"]
        ),
        (
            #""0.30000000000000001""#, .decimal(range: .init(nil, DecimalNumber("0.3"))),
            ["x: must be at most 0.3, found 0.30000000000000001"]
        ),
        (#""018f3e2a-7c1b-7def-8abc-0123456789ab""#, .string(format: .uuid4), ["x: must be a UUID of version 4 in lower case"]),
        (#""8ad4f7c2-9e3b-4a1c-cc2f-1d8e3a9b7c4d""#, .string(format: .uuid4), ["x: must be a UUID of version 4 in lower case"]),
        (#""8ad4f7c29e3b4a1cbc2f1d8e3a9b7c4d""#, .string(format: .uuid4), ["x: must be a UUID of version 4 in lower case"]),
        ("[]", .map(of: .any), ["x: must be an object"]),
        (#"{"b":"1","a":2,"c":null}"#, .map(of: .integer()), ["x.b: must be a whole number within 64 bits", "x.c: must not be null"]),
        (#"{"a":1}"#, .map(of: .integer(), count: .init(2)), ["x: must have at least 2 members, found 1"]),
        (#"{"kind":"card","digits":"1"}"#, payment, ["x.digits: must have exactly 4 characters, found 1"]),
        (#"{"kind":"bank"}"#, payment, ["x.iban: is required"]), (#"{"digits":"1234"}"#, payment, ["x.kind: is required"]),
        (#"{"kind":7}"#, payment, ["x.kind: must be text"]), (#""card""#, payment, ["x: must be an object"]),
        ("[1,2,1]", .list(of: .integer(), isUnique: true), ["x: must have no item twice"]),
        (#"[{"a":1,"b":2},{"b":2,"a":1}]"#, .list(of: .any, isUnique: true), ["x: must have no item twice"]),
        (#"[1,1.0]"#, .list(of: .any, isUnique: true), ["x: must have no item twice"]),
    ]

    @Test("say what does not, and where", arguments: unfitting.indices)
    func doesNotFit(index: Int) throws {
        let (json, schema, expected) = Self.unfitting[index]
        #expect(try faults(json, schema).map { "\($0.field): \($0.message)" } == expected, "\(json)")
        #expect(try faults(json, schema, .response).map { "\($0.field): \($0.message)" } == expected, "\(json)")
    }

    @Test(
        "take a decimal number in one spelling only",
        arguments: ["", "-", "1.", ".5", "01", "-01", "00", "--1", "+1", "1e3", "1,5", " 1", "1.2.3", "NaN", "inf", "0x1", "1_0", "١"]
    )
    func decimalSpelling(text: String) throws {
        let fault = Problem.FieldFault(field: "x", message: "must be a decimal number as text, such as 12.50")
        #expect(try faults("\"\(text)\"", .decimal()) == [fault])
    }

    @Test("take from a later server an object of a type that no caller may send")
    func laterType() throws {
        let later = #"{"kind":"crypto"}"#
        #expect(try faults(later, Self.payment) == [Problem.FieldFault(field: "x.kind", message: "must be one of card, bank")])
        #expect(try faults(later, Self.payment, .response).isEmpty)
    }
}
