import CharterRuntime
import Testing

@Suite("UniqueID")
struct UniqueIDTests {
    /// Numbers that are easy to follow.
    struct Constant: RandomNumberGenerator {
        var value: UInt64
        mutating func next() -> UInt64 { value }
    }

    @Test(
        "is of version 4 and the variant of RFC 9562",
        arguments: [(UInt64.min, "00000000-0000-4000-8000-000000000000"), (.max, "ffffffff-ffff-4fff-bfff-ffffffffffff")]
    )
    func bits(random: UInt64, text: String) {
        var generator = Constant(value: random)
        #expect(UniqueID(using: &generator).description == text)
    }

    @Test("is read in either case and written in lower case")
    func cases() {
        #expect(UniqueID("8AD4F7C2-9E3B-4A1C-BC2F-1D8E3A9B7C4D")?.description == "8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d")
        #expect(UniqueID("00000000-0000-0000-0000-000000000001")?.description == "00000000-0000-0000-0000-000000000001")
    }

    @Test(
        "is read from nothing else",
        arguments: [
            "", "8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4", "8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4dd", "8ad4f7c29e3b4a1cbc2f1d8e3a9b7c4d",
            "8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4g", "8ad4f7c29-e3b-4a1c-bc2f-1d8e3a9b7c4d", "{ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d",
            "8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7cé", "8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b７",
        ]
    )
    func refusing(text: String) {
        #expect(UniqueID(text) == nil)
    }

    @Test("is never the same twice")
    func random() {
        #expect(Set((0..<1_000).map { _ in UniqueID() }).count == 1_000)
    }

    @Test("is text in JSON")
    func json() throws {
        var generator = Constant(value: 0)
        let id = UniqueID(using: &generator)
        #expect(try JSONCoding.decode(UniqueID.self, from: JSONCoding.encode(id)) == id)
    }
}
