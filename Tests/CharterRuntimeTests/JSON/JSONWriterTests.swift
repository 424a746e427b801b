import Foundation
import Testing

@testable import CharterRuntime

/// What is written is JSON, says what was to be said, and stays within its memory.
@Suite("Writing JSON")
struct JSONWriterTests {
    @Test(
        "escapes what RFC 8259 §7 names, and nothing else",
        arguments: [
            ("", #""""#), ("\"\\/", #""\"\\/""#), ("\u{8}\u{9}\u{A}\u{C}\u{D}", #""\b\t\n\f\r""#),
            ("\u{0}\u{1}\u{1F}", #""\u0000\u0001\u001f""#),
            ("\u{7F}\u{80}é€😀\u{2028}\u{2029}\u{FFFE}", "\"\u{7F}\u{80}é€😀\u{2028}\u{2029}\u{FFFE}\""), ("12345678\"", #""12345678\"""#),
            ("1234567\n9012345\\", #""1234567\n9012345\\""#), ("e\u{301}", "\"e\u{301}\""),
        ]
    )
    func escapes(text: String, written: String) throws {
        #expect(try JSONCoding.encode(text) == Array(written.utf8))
        #expect(try JSONCoding.encode([text: 1]) == Array("{\(written):1}".utf8))
    }

    @Test("escapes each character alike wherever it stands", arguments: 0..<0x80 as Range<UInt8>)
    func everyPlace(character: UInt8) throws {
        for offset in 0..<17 {
            let text = String(repeating: "é", count: offset) + String(UnicodeScalar(character)) + String(repeating: "x", count: 16 - offset)
            let bytes = try JSONCoding.encode(text)
            #expect(try JSONCoding.decode(String.self, from: bytes).utf8.elementsEqual(text.utf8), "\(character) at \(offset)")
            let isEscaped = bytes.dropFirst().dropLast().contains(UInt8(ascii: "\\"))
            #expect(isEscaped == (character < 0x20 || character == 0x22 || character == 0x5C), "\(character) at \(offset)")
        }
    }

    @Test(
        "writes the fewest digits that make the number",
        arguments: [
            (0, "0"), (-0.0, "-0"), (1, "1"), (-1.5, "-1.5"), (0.1, "0.1"), (0.1 + 0.2, "0.30000000000000004"), (1e15, "1000000000000000"),
            (1e16, "1e+16"), (1e22, "1e+22"), (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
            (1e-5, "1e-05"),
        ] as [(Double, String)]
    )
    func numbers(value: Double, written: String) throws {
        #expect(try String(decoding: JSONCoding.encode(value), as: UTF8.self) == written)
        #expect(try JSONCoding.decode(Double.self, from: Array(written.utf8)).bitPattern == value.bitPattern)
    }

    @Test("writes every number so that it is read again", arguments: 0..<10 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            #expect(
                try JSONCoding.decode(Double.self, from: JSONCoding.encode(value)).bitPattern == value.bitPattern,
                "seed \(seed): \(value)"
            )
            let whole = Int(truncatingIfNeeded: generator.next() >> generator.next(upperBound: 64 as UInt64))
            #expect(try JSONCoding.encode(whole) == Array(String(whole).utf8))
            #expect(try JSONCoding.decode(Int.self, from: JSONCoding.encode(whole)) == whole)
        }
        #expect(try JSONCoding.encode([Int.min, Int.max]) == Array("[-9223372036854775808,9223372036854775807]".utf8))
    }

    static let unwritableValues: [(value: JSONValue, path: String, offset: Int)] = [
        (.number(.infinity), "", 0), (.array([.integer(1), .number(-.infinity)]), "[1]", 3),
        (.object(["a.b": .array([.object(["c": .number(.nan)]), .number(.nan)])]), #"["a.b"][0].c"#, 13),
    ]

    @Test("tells the place of what JSON cannot hold", arguments: unwritableValues)
    func unwritable(_ item: (value: JSONValue, path: String, offset: Int)) {
        var fault = JSONFault(.wrongValue("a finite number"), at: item.offset)
        fault.path = item.path
        #expect(throws: fault) { try JSONCoding.encode(item.value) }
    }

    @Test("tells of instants that RFC 3339 does not have", arguments: [Int64.min, -62_135_596_801, 253_402_300_800, .max])
    func instants(seconds: Int64) {
        var fault = JSONFault(.wrongValue("an instant of the years 0001 to 9999"), at: 1)
        fault.path = "[0]"
        #expect(throws: fault) { try JSONCoding.encode([Timestamp(secondsSinceEpoch: seconds)]) }
    }

    @Test("tells of it also behind more than fits at once")
    func late() {
        let many = JSONValue.array(Array(repeating: .string("text"), count: 10_000) + [.number(.nan)])
        #expect { try JSONCoding.encode(many) } throws: { ($0 as? JSONFault)?.path == "[10000]" }
    }

    /// A value with everything that the writer can write.
    static let rich = Rich()

    @Test("counts the same and writes within its memory, however little that is")
    func capacities() throws {
        let whole = try JSONCoding.encode(Self.rich)
        #expect(try JSONCoding.decode(JSONValue.self, from: whole)["plain"] == .string("plain"))
        for capacity in 0...whole.count + 1 {
            // Guards on both sides show what is written beyond.
            let guarded = [UInt8](unsafeUninitializedCapacity: capacity + 128) { buffer, filled in
                buffer.initialize(repeating: 0xAA)
                var writer = JSONWriter(UnsafeMutableBufferPointer(rebasing: buffer[64..<64 + capacity]), fractionDigits: nil)
                Self.rich.write(to: &writer)
                #expect(writer.count == whole.count, "capacity \(capacity)")
                filled = buffer.count
            }
            #expect(guarded.prefix(64).allSatisfy { $0 == 0xAA } && guarded.suffix(64).allSatisfy { $0 == 0xAA }, "capacity \(capacity)")
            if capacity >= whole.count { #expect(Array(guarded[64..<64 + whole.count]) == whole, "capacity \(capacity)") }
        }
    }

    @Test("writes nothing without memory")
    func nothing() {
        var writer = JSONWriter(UnsafeMutableBufferPointer(start: nil, count: 0))
        Self.rich.write(to: &writer)
        #expect(writer.count > 0)
    }

    @Test(
        "writes texts of any length around the size of the first attempt",
        arguments: [1_020, 1_021, 1_022, 1_023, 1_024, 1_025, 100_000]
    )
    func sizes(length: Int) throws {
        let text = String(repeating: "x", count: length)
        #expect(try JSONCoding.encode(text) == Array("\"\(text)\"".utf8))
    }
}

/// A value with everything that the writer can write.
struct Rich: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("plain", "plain")
        json.member("escaped", "a\"\\\n\u{1}é😀")
        json.member("", "")
        json.member("numbers", [1.5, -0.0, 1e300, .pi])
        json.member("wholes", [0, .max, .min])
        json.member("flags", [true, false])
        json.member("nothing", [String]())
        json.member("optional", [Int?.none, 1])
        json.member("absent", Int?.none)
        json.nullableMember("null", Int?.none)
        json.member("presence", Presence<Int>.null)
        json.member("map", ["b": 1, "a\n": 2])
        json.member("instant", Timestamp(secondsSinceEpoch: 1, nanoseconds: 1))
        json.member("date", CalendarDate(daysSinceEpoch: 0))
        json.member("id", UniqueID("8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d"))
        json.member("decimal", DecimalNumber("12.50"))
        json.member("value", JSONValue.array([JSONNumber("1e400").map(JSONValue.exact) ?? .null, .null, .object([:]), .array([])]))
        json.closeObject()
    }
}
