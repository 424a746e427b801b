import CharterRuntime
import OdditiesModels
import Testing

/// Models that keep what the contract does not have, and what they were read from.
@Suite("Models that keep more than their fields")
struct KeptFieldTests {
    private static let record = """
        {"json":"j","new":[1,{"a":null}],"members":["m"],"member":null,"names":3,"self":"s","value":"v","value-value":"vv",\
        "json-value":"jv", "decoder":"d","encoder":"e","container":"c","hasher":"h","left":"l","right":"r","unknown":"u","from":"f",\
        "to":"t","price":12.50,"sums":{"a":1e-3},"part":{"note":"n","type":"stored","x":true},"size":{"depth":1.5,"width":2},\
        "empty":{ "a" : 1 },"raw":{"b":[ ]},"n\\u0065w":"last"}
        """

    private func read<Value: JSONReadable>(_ type: Value.Type = Value.self, _ text: String) throws -> Value {
        try JSONCoding.decode(type, from: Array(text.utf8))
    }

    private func text(_ value: some JSONWritable) throws -> String {
        String(decoding: try JSONCoding.encode(value), as: UTF8.self)
    }

    @Test("have fields of any name")
    func names() throws {
        let record = try read(Record.self, Self.record)
        #expect((record.json, record.members, record.member, record.names) == ("j", ["m"], .null, 3))
        #expect([record.selfValue, record.value, record.valueValue, record.jsonValue] == ["s", "v", "vv", "jv"])
        #expect([record.decoder, record.encoder, record.container, record.hasher] == ["d", "e", "c", "h"])
        #expect([record.left, record.right, record.unknown, record.from, record.to] == ["l", "r", "u", "f", "t"])
    }

    @Test("keep the members that the contract does not have, the last of one name")
    func unknownFields() throws {
        let record = try read(Record.self, Self.record)
        #expect(record.unknownFields == ["new": .string("last")])
        #expect(record.size.unknownFields == ["depth": .number(1.5)])
        #expect(record.empty?.unknownFields == ["a": .integer(1)])
        guard case .stored(let part)? = record.part else {
            Issue.record("\(String(describing: record.part)) is not what is stored")
            return
        }
        #expect(part == StoredPart(note: "n", unknownFields: ["x": .boolean(true)]))
    }

    @Test("write them behind the others, and never over one that the contract has")
    func writing() throws {
        let part = StoredPart(
            note: "n",
            unknownFields: ["z": .integer(1), "a": .object(["b": .null]), "note": .string("n2"), "type": .null]
        )
        #expect(try text(part) == #"{"type":"stored","note":"n","a":{"b":null},"z":1}"#)
        let record = try read(Record.self, Self.record)
        let again = try read(Record.self, text(record))
        #expect(again == record)
        #expect(again.unknownFields == record.unknownFields)
        #expect(try text(record).contains(#""price":12.50,"sums":{"a":0.001},"#))
    }

    @Test("keep the bytes that they were read from")
    func rawJSON() throws {
        let record = try read(Record.self, " \(Self.record)\n")
        #expect(record.rawJSON?.text == Self.record)
        #expect(record.rawJSON?.bytes == Array(Self.record.utf8))
        #expect(record.empty?.rawJSON?.text == #"{ "a" : 1 }"#)
        #expect(record.raw?.rawJSON?.text == #"{"b":[ ]}"#)
        #expect(try text(Record.Raw()) == "{}")
    }

    @Test("are equal if they say the same, whatever they were read from")
    func equality() throws {
        let record = try read(Record.self, Self.record)
        var other = record
        other.rawJSON = nil
        other.raw = Record.Raw()
        #expect(other == record)
        #expect(Set([record, other]).count == 1)
        other.unknownFields["new"] = .null
        #expect(other != record)
        other = record
        other.to = nil
        #expect(other != record)
        #expect(Record.Empty(unknownFields: ["a": .integer(1)]) == record.empty)
    }

    @Test("are kept by what requests take, too")
    func views() throws {
        let part = #"{"json":"","members":[],"names":null,"price":0,"more":{}}"#
        let record = try read(RecordCreate.self, part)
        #expect(record.unknownFields == ["more": .object([:])])
        #expect(record.rawJSON?.text == part)
    }
}
