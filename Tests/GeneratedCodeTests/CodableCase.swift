import CharterRuntime
import Foundation
import OdditiesModels
import Testing

/// A JSON text that is read as a model, through Foundation and without it.
struct CodableCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    private let trial: @Sendable (_ isAccepted: Bool) throws -> Void

    init<Model: Codable & JSONCodable & Equatable & SendableMetatype>(_ type: Model.Type, _ text: String) {
        testDescription = "\(type): \(text)"
        trial = { isAccepted in
            let own = Result { try JSONCoding.decode(Model.self, from: Array(text.utf8)) }
            let coded = Result { try JSONDecoder().decode(Model.self, from: Data(text.utf8)) }
            #expect((try? own.get()) == (try? coded.get()), "\(own), \(coded)")
            #expect(((try? own.get()) != nil) == isAccepted, "\(own)")
            guard let model = try? own.get() else { return }
            let written = try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(model))
            let encoded = try JSONCoding.decode(JSONValue.self, from: Array(JSONEncoder().encode(model)))
            #expect(written == encoded)
        }
    }

    func expectAgreement(isAccepted: Bool) throws {
        try trial(isAccepted)
    }
}

extension CodableCase {
    private static let thing = """
        {"id":"8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d","type":"in progress","kind":"plain","starts_at":"2026-05-01T10:23:18.5Z",
        "parts":[{"init":true,"hash-value":3}],"nested":{"deep":{"state":"off"}},"tags":["a",null],"$what":{}}
        """
    private static let basket = """
        {"id":"bsk_1","price":"12.50","class":"basket","form":"2","shape":"2fa","content":{"type":"bolt","length":3},
        "all":[{"type":"self","weight":"0.10"}],"by-name":{"a b":{"type":"bolt"}},"deep":{"top":[{"depth":"-1"}]},"any":null}
        """
    private static let record = """
        {"json":"j","members":["m"],"names":3,"self":"s","price":12.5,"sums":{"a":1e-3},"part":{"note":"n","type":"stored","x":true},
        "size":{"depth":[1.5,null],"width":2},"empty":{"a":1},"raw":{"b":1},"new":{"c":"d"},"newer":null}
        """

    /// A text with one part in place of another.
    private static func thing(_ part: String, _ other: String) -> CodableCase {
        CodableCase(Thing.self, thing.replacing(part, with: other))
    }
    private static func basket(_ part: String, _ other: String) -> CodableCase {
        CodableCase(Basket.self, basket.replacing(part, with: other))
    }
    private static func record(_ part: String, _ other: String) -> CodableCase {
        CodableCase(Record.self, record.replacing(part, with: other))
    }

    static let accepted: [CodableCase] = [
        CodableCase(Thing.self, thing), CodableCase(Basket.self, basket), CodableCase(Record.self, record),
        // Null where a field must be there and may be null, and where it may be absent.
        thing(#""2026-05-01T10:23:18.5Z""#, "null"), thing(#"{"deep":{"state":"off"}}"#, "null"),
        // Unknown members and unknown values.
        thing(#""kind""#, #""new":[1,{"a":null}],"kind""#), thing(#""in progress""#, #""new""#), thing("plain", #"with \"quotes\""#),
        CodableCase(Kind.self, #""\u00e9\ud83d\ude00""#), CodableCase(Content.self, #"{"metres":[1,2.5,null],"type":"rope"}"#),
        // Whole numbers, however they are written.
        thing(#""hash-value":3"#, #""hash-value":3.0"#), thing(#""hash-value":3"#, #""hash-value":3e2"#),
        thing(#""hash-value":3"#, #""hash-value":-9223372036854775808"#),
        // Absent, null and a value.
        CodableCase(Bolt.self, #"{"type":"bolt"}"#), CodableCase(Bolt.self, #"{"type":"bolt","length":null}"#),
        CodableCase(Bolt.self, #"{"length":1,"type":"bolt"}"#), record(#""self""#, #""member":null,"self""#),
        record(#""self""#, #""member":true,"self""#), record(#""names":3"#, #""names":null"#),
        // Unions, maps, dates, and objects without fields.
        basket(#"{"type":"bolt","length":3}"#, #"{"weight":"1","type":"self"}"#), basket(#""any":null"#, #""any":{"x":[true,-0.5]}"#),
        CodableCase(Prices.self, #"{"":"1","a\"b":"0.50"}"#), CodableCase(Prices.self, "{}"),
        CodableCase(PlainPart.self, #"{"type":"plain","on":"2028-02-29"}"#), CodableCase(Nothing.self, #"{"a":1}"#),
        thing("2026-05-01T10:23:18.5Z", "2026-05-01T12:23:18+02:00"), CodableCase(Words.self, #"["a","\ta"]"#),
        // Exact numbers.
        record("12.5", "1250e-2"), record("12.5", "12345678901234567.89"), record("12.5", "-0"),
    ]

    static let refused: [CodableCase] = [
        // Not there, or null.
        thing(#""kind":"plain","#, ""), thing(#""kind":"plain""#, #""kind":null"#), thing(#""starts_at":"2026-05-01T10:23:18.5Z","#, ""),
        basket(#","any":null"#, ""), record(#""names":3,"#, ""), record(#""price":12.5,"#, ""), record("12.5", "null"),
        // Of another kind.
        thing(#""init":true"#, #""init":1"#), thing(#""init":true"#, #""init":"true""#), thing(#""hash-value":3"#, #""hash-value":3.5"#),
        thing(#""hash-value":3"#, #""hash-value":"3""#), thing(#""hash-value":3"#, #""hash-value":9223372036854775808"#),
        thing(#"["a",null]"#, #"{"a":null}"#), thing(#"["a",null]"#, #"["a",1]"#), thing("{}}", "[]}"), thing("{}}", "5}"),
        CodableCase(Nothing.self, "[]"), CodableCase(Nothing.self, "null"), CodableCase(Kind.self, "1"), CodableCase(Prices.self, "[]"),
        CodableCase(Prices.self, #"{"a":1}"#), CodableCase(Prices.self, #"{"a":null}"#),
        // Constants, closed enumerations and unions.
        basket(#""class":"basket""#, #""class":"bag""#), basket(#""form":"2""#, #""form":2"#), basket(#""2fa""#, #""oval""#),
        CodableCase(Content.self, "{}"), CodableCase(Content.self, #"{"type":1}"#), CodableCase(Content.self, #"{"type":"self"}"#),
        // Values with a form.
        thing("8ad4f7c2-9e3b", "8ad4f7c2_9e3b"), thing("2026-05-01T10:23:18.5Z", "2026-02-30T10:23:18Z"),
        CodableCase(PlainPart.self, #"{"type":"plain","on":"2026-02-29"}"#), basket("12.50", "12,50"), basket(#""12.50""#, "12.5"),
        record("12.5", #""12.5""#), record("12.5", "1e999999999"), record(#""raw":{"b":1}"#, #""raw":1"#),
        // What is no JSON.
        CodableCase(Bolt.self, ""), CodableCase(Bolt.self, #"{"type":"bolt"} x"#), CodableCase(Bolt.self, #"{"type":"bolt""#),
        CodableCase(Bolt.self, #"{"type":"bolt","length":01}"#), CodableCase(Kind.self, #""\ud800""#), CodableCase(Kind.self, "\"\u{1}\""),
    ]
}
