import Testing

@testable import CharterRuntime

/// Each byte of a text belongs to one value, and the place of that value is found.
@Suite("Places in JSON")
struct JSONPlacesTests {
    @Test("are those with which a text was written, byte by byte", arguments: 0..<300 as Range<UInt64>)
    func everyByte(seed: UInt64) {
        var random = RandomJSON(seed: seed)
        let bytes = random.text(maximumDepth: 6)
        #expect(places(of: Array(bytes.indices), in: bytes) == random.places, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    }

    @Test("are the same where the text is cut behind them", arguments: 0..<50 as Range<UInt64>)
    func cut(seed: UInt64) {
        var random = RandomJSON(seed: seed)
        let bytes = random.text(maximumDepth: 4)
        for end in bytes.indices {
            // Of a number that is cut nobody can tell whether it goes on.
            #expect(
                Array(places(of: Array(0..<end), in: Array(bytes[..<end]))) == Array(random.places[..<end]),
                "seed \(seed), \(end) bytes"
            )
        }
    }

    @Test("begin with the place of the whole text")
    func start() {
        let bytes = Array(#"{"a":[1,{"b c":2}]}"#.utf8)
        let places = bytes.withUnsafeBufferPointer { JSONPlaces.places(of: [0, 6, 15], in: $0, at: "data[3]") }
        #expect(places == ["data[3]", "data[3].a[0]", "data[3].a[1].b c"])
    }

    @Test("of bytes behind the text, and of none, are those of the whole")
    func behind() {
        #expect(places(of: [], in: Array("[1]".utf8)).isEmpty)
        #expect(places(of: [1, 3, 99], in: Array("[1]".utf8)) == ["[0]", "", ""])
        #expect(places(of: [0], in: []) == [""])
    }

    @Test("are found in one walk, however long the names around them are")
    func longNames() {
        // Were a place made for each member, this would write half a terabyte.
        let name = String(repeating: "n", count: 8_000)
        let open = String(repeating: "{\"\(name)\":", count: 60)
        let members = (0..<1_000_000).map { _ in "\"\":0" }.joined(separator: ",")
        let bytes = Array((open + "{" + members + "}" + String(repeating: "}", count: 60)).utf8)
        let place = Array(repeating: name.prefix(100) + "…", count: 60).joined(separator: ".")
        #expect(places(of: [bytes.count - 62], in: bytes) == [place + #"[""]"#])
    }

    @Test("are found at any depth")
    func depth() {
        let bytes = Array(String(repeating: "[", count: 100_000).utf8)
        #expect(places(of: [3], in: bytes) == ["[0][0][0]"])
        #expect(places(of: [99_999], in: bytes)[0].utf8.count == 3 * 99_999)
    }

    private func places(of offsets: [Int], in bytes: [UInt8]) -> [String] {
        bytes.withUnsafeBufferPointer { JSONPlaces.places(of: offsets, in: $0) }
    }
}
