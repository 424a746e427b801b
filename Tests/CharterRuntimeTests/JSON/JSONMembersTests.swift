import Testing

@testable import CharterRuntime

/// Members of objects: those that a model knows, whatever stands around them and however their names are written.
@Suite("Members of JSON objects")
struct JSONMembersTests {
    /// A model whose members are a name within another, a name beyond ASCII, and an empty one.
    private struct Named: JSONReadable, Equatable {
        var values: [Int?] = [nil, nil, nil, nil]

        init(_ values: [Int?]) { self.values = values }

        init(from json: inout JSONReader) throws(JSONFault) {
            var members = try json.members(["a", "ab", "é", ""])
            while let member = try members.next(&json) { values[member] = try json.value(Int.self) }
        }
    }

    @Test(
        "are found in any order, by names with and without escapes",
        arguments: [
            ("{}", [nil, nil, nil, nil]), (#"{"a":1,"ab":2,"é":3,"":4}"#, [1, 2, 3, 4]), (#"{"":4,"é":3,"ab":2,"a":1}"#, [1, 2, 3, 4]),
            (#"{"\u0061":1,"\u0061b":2,"\u00e9":3}"#, [1, 2, 3, nil]), (#" { "x" : [{"a":9}] , "a" : 1 } "#, [1, nil, nil, nil]),
            (#"{"a":1,"a":2,"ab":3,"a":4}"#, [4, 3, nil, nil]), (#"{"A":1,"abc":2,"b":3,"a\u0000":4,"a\"":5}"#, [nil, nil, nil, nil]),
            // Another name, although Unicode holds the two for the same: RFC 8259 §8.3 compares code units.
            ("{\"e\u{301}\":3}", [nil, nil, nil, nil]), (#"{"e\u0301":3}"#, [nil, nil, nil, nil]),
        ] as [(String, [Int?])]
    )
    func names(text: String, values: [Int?]) throws {
        #expect(try JSONCoding.decode(Named.self, from: Array(text.utf8)) == Named(values))
    }

    /// The text of a union's tag, before the object is read.
    private struct Tagged: JSONReadable {
        var tag: String
        var value: JSONValue

        init(from json: inout JSONReader) throws(JSONFault) {
            tag = try json.tag("type")
            value = try json.value(JSONValue.self)
        }
    }

    @Test(
        "tell the last tag, as the last of all members of one name counts",
        arguments: [#"{"type":"a"}"#, #"{"type":"b","x":{"type":"c"},"type":"a"}"#]
    )
    func tag(text: String) throws {
        let read = try JSONCoding.decode(Tagged.self, from: Array(text.utf8))
        #expect(read.tag == "a")
        #expect(read.value["type"] == .string(read.tag))
    }

    @Test(
        "have their place where the tag is missing or no text",
        arguments: [
            (#"[{}]"#, JSONFault.Kind.missingMember("type"), 1, "[0].type"), (#"[{"type":1}]"#, .wrongValue("text"), 9, "[0].type"),
            (#"[[]]"#, .wrongValue("an object"), 1, "[0]"), (#"[{"type":"a",]"#, .expected("a member's name in quotes"), 13, "[0]"),
        ]
    )
    func noTag(text: String, kind: JSONFault.Kind, offset: Int, path: String) {
        var fault = JSONFault(kind, at: offset)
        fault.path = path
        #expect(throws: fault) { try JSONCoding.decode([Tagged].self, from: Array(text.utf8)) }
    }

    @Test("are many without taking long: of other names, of one name, and in a value")
    func many() throws {
        let different = "{" + (0..<50_000).map { "\"name\($0)\":0" }.joined(separator: ",") + ",\"known\":1}"
        #expect(try JSONCoding.decode(KnowsOne.self, from: Array(different.utf8)).known == 1)
        #expect(try JSONCoding.decode(JSONValue.self, from: Array(different.utf8))["name49999"] == .integer(0))
        let same = "{" + (0..<50_000).map { "\"known\":\($0)" }.joined(separator: ",") + "}"
        #expect(try JSONCoding.decode(KnowsOne.self, from: Array(same.utf8)).known == 49_999)
        #expect(try JSONCoding.decode(JSONValue.self, from: Array(same.utf8)) == .object(["known": .integer(49_999)]))
        let escaped = "{" + (0..<20_000).map { "\"\\u006Eame\($0)\":0" }.joined(separator: ",") + ",\"known\":1}"
        #expect(try JSONCoding.decode(KnowsOne.self, from: Array(escaped.utf8)).known == 1)
    }

    @Test("of one name under Unicode but not under RFC 8259 stay apart as texts, and are one as names of a value")
    func equivalence() throws {
        let values = try JSONCoding.decode(JSONValue.self, from: Array("[\"é\",\"e\u{301}\"]".utf8))
        guard case .array(let texts) = values else { return #expect(Bool(false)) }
        #expect(texts[0] != texts[1])
        #expect(Set(texts).count == 2)
        #expect(try JSONCoding.decode(JSONValue.self, from: Array("{\"é\":1,\"e\u{301}\":2}".utf8)) == .object(["é": .integer(2)]))
    }
}
