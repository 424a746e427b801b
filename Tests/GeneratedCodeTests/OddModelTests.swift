import CharterRuntime
import OdditiesModels
import Testing

/// Models of odd names and shapes, read from JSON and written to it.
@Suite("Generated models")
struct OddModelTests {
    private let json = """
        {"id":"8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d","type":"in progress","kind":"plain","starts_at":null,"day":"2026-02-28",\
        "protocol":"word","parts":[{"init":true,"hash-value":3}],"nested":{"deep":{"state":"off"}},"children":[],"tags":["a",null],\
        "$what":{}}
        """

    @Test("come back as they were, in the contract's order, with null where a field must be there")
    func roundTrip() throws {
        let thing = try JSONCoding.decode(Thing.self, from: Array(json.utf8))
        #expect(thing.type == .inProgress)
        #expect(thing.startsAt == nil)
        #expect(thing.parts.first?.hashValueField == 3)
        #expect(thing.nested?.deep.state == .off)
        #expect(String(decoding: try JSONCoding.encode(thing), as: UTF8.self) == json)
    }

    @Test("leave out what is absent")
    func absent() throws {
        var thing = try JSONCoding.decode(Thing.self, from: Array(json.utf8))
        thing.day = nil
        thing.children = nil
        let text = String(decoding: try JSONCoding.encode(thing), as: UTF8.self)
        #expect(!text.contains("day"))
        #expect(!text.contains("children"))
        #expect(text.contains(#""starts_at":null"#))
    }

    @Test("keep values of an enumeration that they do not know", arguments: ["new", "", "UNKNOWN", "unknown"])
    func openEnumeration(value: String) throws {
        let read = try JSONCoding.decode(Kind.self, from: Array("\"\(value)\"".utf8))
        #expect(read == .unknown(value))
        #expect(String(decoding: try JSONCoding.encode(read), as: UTF8.self) == "\"\(value)\"")
    }

    @Test("know the value that is called unknown")
    func unknownValue() {
        #expect(Thing.TypeValue(rawValue: "unknown") == .unknownValue)
        #expect(Thing.TypeValue.unknownValue.rawValue == "unknown")
        #expect(Thing.TypeValue("2fa") == .value2fa)
        #expect(Kind(rawValue: #"with "quotes""#).description == #"with "quotes""#)
    }
}
