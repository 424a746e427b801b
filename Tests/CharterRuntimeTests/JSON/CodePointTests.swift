@testable import CharterRuntime
import Testing

/// JSON compares texts by their code points (RFC 8259 §8.3): the two spellings of `é` are two texts.
@Suite("Two spellings of é")
struct CodePointTests {
    private static let composed = "caf\u{E9}"
    private static let decomposed = "cafe\u{301}"

    private func faults(_ text: String, _ schema: APIDescription.Schema) throws -> [String] {
        let api = APIDescription(name: "Shop", title: "Shop", version: "1.0.0", servers: [], errors: .problem, endpoints: [], types: [:])
        return try api.faults(in: Array(text.utf8), against: schema).map(\.message)
    }

    @Test("are two names of members")
    func members() throws {
        let schema = APIDescription.Schema.object([.init(Self.composed, .boolean)])
        #expect(try faults(#"{"\#(Self.composed)": true}"#, schema) == [])
        #expect(try faults(#"{"caf\u00e9": true}"#, schema) == [])
        #expect(try faults(#"{"\#(Self.decomposed)": true}"#, schema) == ["is required"])
    }

    @Test("are two texts of an enumeration, and two constants")
    func texts() throws {
        for schema in [APIDescription.Schema.enumeration([Self.composed]), .constant(Self.composed)] {
            #expect(try faults(#""\#(Self.composed)""#, schema) == [])
            #expect(try faults(#""\#(Self.decomposed)""#, schema).count == 1)
        }
    }

    @Test("are two tags of a union")
    func tags() throws {
        let card = APIDescription.Schema.object([.init("kind", .string())])
        let schema = APIDescription.Schema.union(by: "kind", [.init(tag: Self.composed, schema: card)])
        #expect(try faults(#"{"kind": "\#(Self.composed)"}"#, schema) == [])
        #expect(try faults(#"{"kind": "\#(Self.decomposed)"}"#, schema) == ["must be one of \(Self.composed)"])
    }
}
