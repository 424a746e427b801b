import Testing

@testable import CharterRuntime

/// Every fault of a text has its byte and the place of its value.
@Suite("Faults of JSON")
struct JSONFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var kind: JSONFault.Kind
        var offset: Int
        var path: String

        init(_ text: String, _ kind: JSONFault.Kind, _ offset: Int, _ path: String = "") {
            (self.text, self.kind, self.offset, self.path) = (text, kind, offset, path)
        }

        var testDescription: String { text }
    }

    static let malformedTexts: [Case] = [
        Case("", .endOfText, 0), Case("  ", .endOfText, 2), Case("[1", .endOfText, 2), Case("[1,", .endOfText, 3, "[1]"),
        Case(#"{"a":"#, .endOfText, 5, "a"), Case(#"{"a":1,"#, .endOfText, 7), Case(#"{"a"#, .endOfText, 3),
        Case(#"{"a":"b"#, .endOfText, 7, "a"),
        Case(#"["a\"#, .endOfText, 4, "[0]"), Case(#"["\u00"#, .endOfText, 6, "[0]"), Case("[tru", .endOfText, 4, "[0]"),
        Case("[-", .endOfText, 2, "[0]"),
        Case("[1.", .endOfText, 3, "[0]"), Case("[1e", .endOfText, 3, "[0]"), Case("[1e+", .endOfText, 4, "[0]"),
        Case("[1 2]", .expected("a comma or ]"), 3), Case(#"{"a":1 "b":2}"#, .expected("a comma or }"), 7),
        Case("[1}", .expected("a comma or ]"), 2),
        Case("{1:2}", .expected("a member's name in quotes"), 1), Case(#"{"a":1,}"#, .expected("a member's name in quotes"), 7),
        Case(#"{"a" 1}"#, .expected("a colon"), 5), Case(#"{"a":{"b" 1}}"#, .expected("a colon"), 10, "a"),
        Case("[1,]", .expected("a value"), 3, "[1]"), Case(#"{"a":}"#, .expected("a value"), 5, "a"),
        Case("[nul]", .expected("a value"), 1, "[0]"),
        Case(#"{"a":[0,{"b":x}]}"#, .expected("a value"), 13, "a[1].b"), Case("'a'", .expected("a value"), 0),
        Case("1 2", .trailingText, 2), Case("{} {}", .trailingText, 3), Case("[]]", .trailingText, 2), Case("[1],", .trailingText, 3),
        Case(#"{"a":"\uD800"}"#, .loneSurrogate, 6, "a"), Case(#"["x\uDC00"]"#, .loneSurrogate, 3, "[0]"),
        Case(#"["\uD83D\u0041"]"#, .loneSurrogate, 2, "[0]"), Case(#"{"\uD800":1}"#, .loneSurrogate, 2),
        Case(#"{"a":{"\uDC00":1}}"#, .loneSurrogate, 7, "a"),
        Case("[\"a\u{1}\"]", .controlCharacter, 3, "[0]"), Case("{\"a\nb\":1}", .controlCharacter, 3),
        Case("{\"a.b\":\"\t\"}", .controlCharacter, 8, #"["a.b"]"#),
        Case(#"["\x"]"#, .invalidEscape, 2, "[0]"), Case(#"["\u00G0"]"#, .invalidEscape, 2, "[0]"), Case(#"{"\x":1}"#, .invalidEscape, 2),
        Case("[01]", .invalidNumber, 1, "[0]"), Case("[-01]", .invalidNumber, 2, "[0]"), Case("[1.x]", .invalidNumber, 3, "[0]"),
        Case("[1ex]", .invalidNumber, 3, "[0]"), Case("[-x]", .invalidNumber, 2, "[0]"), Case("[1.]", .invalidNumber, 3, "[0]"),
        // The place is that of the member, be there another one with its name.
        Case(#"{"a":1,"a":[true,x]}"#, .expected("a value"), 17, "a[1]"), Case(#"{"":{"":01}}"#, .invalidNumber, 8, #"[""][""]"#),
        Case(#"{"metadata":{"a.b":{"c":[{"x[1]":tru}]}}}"#, .expected("a value"), 33, #"metadata["a.b"].c[0]["x[1]"]"#),
        Case(#"{"a\"b":[x]}"#, .expected("a value"), 9, #"["a\"b"][0]"#), Case(#"{"\u0061":x}"#, .expected("a value"), 10, "a"),
    ]

    @Test("of all kinds have their byte and place", arguments: malformedTexts)
    func malformed(_ item: Case) {
        #expect(fault(JSONValue.self, item.text) == expected(item))
        #expect(fault(Passed.self, item.text) == expected(item), "passed over")
    }

    @Test("have the same place within what is passed over and in maps", arguments: malformedTexts)
    func framed(_ item: Case) {
        guard item.kind != .trailingText else { return }
        // What ends too early does so in this frame too, once it is cut.
        let end = item.kind == .endOfText ? "" : "}"
        var inner = expected(item)
        inner.offset += 11
        inner.path = FieldPlace.place(behind: [.member("other")] + FieldPlace.steps(to: item.path))
        #expect(fault(KnowsOne.self, #" {"other": "# + item.text + end) == inner)
        #expect(fault([String: JSONValue].self, #" {"other": "# + item.text + end) == inner)
    }

    static let brokenTexts: [(bytes: [UInt8], offset: Int, path: String)] = [
        ([0xFF], 0, ""), ([0x5B, 0x22, 0xC3, 0x22, 0x5D], 2, "[0]"),
        (Array(#"{"a":["é","#.utf8) + [0x22, 0x80, 0x22, 0x5D, 0x7D], 12, "a[1]"),
        (Array(#"{"a":"#.utf8) + [0xED, 0xA0, 0x80, 0x7D], 5, "a"),
        (Array(#"{"a":1,""#.utf8) + [0xC0, 0x80] + Array(#"":2}"#.utf8), 8, ""),
        (Array("[x,".utf8) + [0xFF], 3, "[0]"), (Array("12345678é".utf8) + [0xF0, 0x9F, 0x98], 10, ""),
    ]

    @Test("are told of bytes that are no UTF-8", arguments: brokenTexts)
    func invalidUTF8(_ item: (bytes: [UInt8], offset: Int, path: String)) {
        #expect(fault(JSONValue.self, item.bytes) == expected(.invalidUTF8, item.offset, item.path))
    }

    static let unfittingTexts: [Case] = [
        Case(#"[]"#, .wrongValue("an object"), 0), Case(#"{"events":{}}"#, .wrongValue("a list"), 10, "events"),
        Case(#"{"events":[{"startsAt":"2026-05-01T00:00:00Z"},{"startsAt": "soon"}]}"#, .wrongValue(instant), 60, "events[1].startsAt"),
        Case(#"{"events":[{"startsAt": 1}]}"#, .wrongValue(instant), 24, "events[0].startsAt"),
        Case(#"{"events":[{"startsAt":"2026\u002D05-01T00:00:0Z"}]}"#, .wrongValue(instant), 23, "events[0].startsAt"),
        Case(#"{"events":[ {"size":1}]}"#, .missingMember("startsAt"), 12, "events[0].startsAt"),
        Case(#"{"events":[{"startsAt":null}]}"#, .wrongValue(instant), 23, "events[0].startsAt"),
        Case(#"{"events":[],"size": 1.5}"#, .wrongValue("a whole number within 64 bits"), 21, "size"),
        Case(#"{"events":[],"size":  9223372036854775808}"#, .numberOutOfRange, 22, "size"),
        Case(#"{"events":[],"size":-9223372036854775809}"#, .numberOutOfRange, 20, "size"),
        Case(#"{"events":[],"size":1e19}"#, .wrongValue("a whole number within 64 bits"), 20, "size"),
        Case(#"{"events":[],"size": "1"}"#, .wrongValue("a whole number within 64 bits"), 21, "size"),
        Case(#"{"events":[],"share": 1e400}"#, .numberOutOfRange, 22, "share"),
        Case(#"{"events":[],"share": []}"#, .wrongValue("a number"), 22, "share"),
        Case(#"{"events":[],"isFull":"true"}"#, .wrongValue("true or false"), 22, "isFull"),
        Case(#"{"size":1}"#, .missingMember("events"), 0, "events"),
        Case(#"{"events":[],"texts":{"a.b": 7}}"#, .wrongValue("text"), 29, #"texts["a.b"]"#),
        Case(#"{"events":[],"texts":[]}"#, .wrongValue("an object"), 21, "texts"),
        Case(#"{"events":[],"kind": "x"}"#, .wrongValue("one of the documented values"), 21, "kind"),
        // What is no JSON is the graver fault, and so is what is too deep.
        Case(#"{"events":{"a":nul}}"#, .expected("a value"), 15, "events.a"), Case(#"{"size":[01]}"#, .invalidNumber, 9, "size[0]"),
    ]

    static let instant = "a timestamp such as 2026-05-01T10:23:18Z"

    @Test("of models have their byte and place", arguments: unfittingTexts)
    func wrong(_ item: Case) {
        #expect(fault(Week.self, item.text) == expected(item))
    }

    @Test("of texts nested too deep have their byte and place", arguments: [1, 2, 63, 64, 65, 100_000])
    func depth(levels: Int) {
        let lists = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        let isTooDeep = levels > 64
        let place = String(repeating: "[0]", count: 64)
        let tooDeep = isTooDeep ? expected(.tooDeep(maximum: 64), 64, place) : nil
        #expect(fault(JSONValue.self, lists) == tooDeep)
        #expect(fault(Passed.self, lists) == tooDeep)
        let objects = String(repeating: #"{"a":"#, count: levels) + "0" + String(repeating: "}", count: levels)
        let names = Array(repeating: "a", count: 64).joined(separator: ".")
        #expect(fault(JSONValue.self, objects) == (isTooDeep ? expected(.tooDeep(maximum: 64), 64 * 5, names) : nil))
        #expect(
            fault(Passed.self, String(lists.prefix(levels))) == tooDeep
                ?? expected(.endOfText, levels, String(place.prefix(3 * (levels - 1))))
        )
    }

    @Test("nobody can ask for a depth that the stack has not")
    func depthBound() {
        let lists = String(repeating: "[", count: 100_000)
        for type in [JSONValue.self, Passed.self] as [any JSONReadable.Type] {
            let fault = fault(type, Array(lists.utf8), maximumDepth: .max)
            #expect(fault?.kind == .tooDeep(maximum: 512))
        }
        let deepest = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        #expect(fault(JSONValue.self, Array(deepest.utf8), maximumDepth: 512) == nil)
    }

    private func expected(_ item: Case) -> JSONFault {
        expected(item.kind, item.offset, item.path)
    }

    private func expected(_ kind: JSONFault.Kind, _ offset: Int, _ path: String) -> JSONFault {
        var fault = JSONFault(kind, at: offset)
        fault.path = path
        return fault
    }

    private func fault<Value: JSONReadable>(_ type: Value.Type, _ text: String) -> JSONFault? {
        fault(type, Array(text.utf8))
    }

    private func fault<Value: JSONReadable>(_ type: Value.Type, _ bytes: [UInt8], maximumDepth: Int = JSONCoding.maximumDepth) -> JSONFault?
    {
        do throws(JSONFault) {
            _ = try JSONCoding.decode(type, from: bytes, maximumDepth: maximumDepth)
            return nil
        } catch {
            return error
        }
    }
}

/// A model with values of many kinds.
private struct Week: JSONReadable {
    var events: [Event]
    var size: Int?
    var share: Double?
    var isFull: Bool?
    var texts: [String: String]?
    var kind: Kind?

    enum Kind: String, JSONReadable { case plain }

    struct Event: JSONReadable {
        var startsAt: Timestamp

        init(from json: inout JSONReader) throws(JSONFault) {
            var startsAt: Timestamp?
            var members = try json.members(["startsAt"], required: [0])
            while try members.next(&json) != nil { json.read(&startsAt) }
            self.startsAt = members.required(startsAt)
        }
    }

    init(from json: inout JSONReader) throws(JSONFault) {
        var events: [Event]?
        var members = try json.members(["events", "size", "share", "isFull", "texts", "kind"], required: [0])
        while let member = try members.next(&json) {
            switch member {
            case 0: json.read(&events)
            case 1: size = try json.optional()
            case 2: share = try json.optional()
            case 3: isFull = try json.optional()
            case 4: texts = try json.optional()
            default: kind = try json.optional()
            }
        }
        self.events = members.required(events)
    }
}
