import CharterRuntime
import Foundation
import Testing

/// The compiler writes the `Codable` of these types in a module other than the library's, as it does for models of contracts that ask for it.
@Suite("Presence")
struct PresenceTests {
    private struct Note: Codable, Equatable {
        var title: String
        var text: Presence<String> = .absent
        var place: Presence<Place> = .absent
    }

    private struct Place: Codable, Equatable {
        var street: Presence<Int> = .absent
    }

    /// One whose names in JSON are others, as those of generated models often are.
    private struct Renamed: Codable, Equatable {
        var sent: Presence<Bool> = .absent

        private enum CodingKeys: String, CodingKey {
            case sent = "sent_at"
        }
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, from json: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(json))
    }

    private static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(value)
    }

    @Test(
        "of a field is read and written as it was",
        arguments: [
            (#"{"title":"a"}"#, Note(title: "a")),
            (#"{"text":null,"title":"a"}"#, Note(title: "a", text: .null)),
            (#"{"text":"","title":"a"}"#, Note(title: "a", text: .value(""))),
            (#"{"place":null,"title":"a"}"#, Note(title: "a", place: .null)),
            (#"{"place":{},"title":"a"}"#, Note(title: "a", place: .value(Place()))),
            (#"{"place":{"street":null},"title":"a"}"#, Note(title: "a", place: .value(Place(street: .null)))),
            (#"{"place":{"street":7},"title":"a"}"#, Note(title: "a", place: .value(Place(street: .value(7))))),
        ] as [(String, Note)]
    )
    private func fields(json: String, note: Note) throws {
        #expect(try Self.decode(Note.self, from: Array(json.utf8)) == note)
        #expect(String(decoding: try Self.encode(note), as: UTF8.self) == json)
    }

    @Test(
        "of a field with another name in JSON",
        arguments: [("{}", .absent), (#"{"sent_at":null}"#, .null), (#"{"sent_at":true}"#, .value(true))] as [(String, Presence<Bool>)]
    )
    func renamed(json: String, sent: Presence<Bool>) throws {
        #expect(try Self.decode(Renamed.self, from: Array(json.utf8)) == Renamed(sent: sent))
        #expect(String(decoding: try Self.encode(Renamed(sent: sent)), as: UTF8.self) == json)
    }

    @Test("of a value of another type is a fault, and no absence")
    func wrongType() {
        let json = #"{"title":"a","text":1}"#
        #expect(throws: DecodingError.self) { try Self.decode(Note.self, from: Array(json.utf8)) }
    }

    @Test("outside of objects can be null, but cannot be absent")
    func elements() throws {
        let values: [Presence<Int>] = [.null, .value(1)]
        #expect(String(decoding: try Self.encode(values), as: UTF8.self) == "[null,1]")
        #expect(try Self.decode([Presence<Int>].self, from: Array("[null,1]".utf8)) == values)
        #expect(throws: EncodingError.self) { try Self.encode([Presence<Int>.absent]) }
    }

    @Test("says what becomes of an older value")
    func application() {
        #expect(Presence<Int>.absent.applied(to: 1) == 1)
        #expect(Presence<Int>.null.applied(to: 1) == nil)
        #expect(Presence.value(2).applied(to: 1) == 2)
        #expect(Presence<Int>.absent.applied(to: nil) == nil)
    }

    @Test("is made of optionals, of which nil is null")
    func optionals() {
        #expect(Presence(Int?.none) == .null)
        #expect(Presence(Int?.some(3)) == .value(3))
        #expect((Presence.value(3).value, Presence<Int>.null.value, Presence<Int>.absent.value) == (3, nil, nil))
        #expect((Presence<Int>.absent.isAbsent, Presence<Int>.null.isAbsent) == (true, false))
    }
}
