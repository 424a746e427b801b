import Foundation
import Testing

@testable import CharterRuntime

/// Numbers keep their value: as `JSONValue` all of them, as `Double` to the nearest, as `Int` where they are whole.
@Suite("Numbers of JSON")
struct JSONNumberTests {
    static let cases: [(text: String, value: JSONValue, written: String)] = [
        ("0", .integer(0), "0"), ("-0", .number(-0.0), "-0"), ("-0.0", .number(-0.0), "-0"), ("-0e9", .number(-0.0), "-0"),
        ("0.0", .integer(0), "0"),
        ("1.0", .integer(1), "1"), ("1e2", .integer(100), "100"), ("-100e-2", .integer(-1), "-1"), ("0.1e1", .integer(1), "1"),
        ("9223372036854775807", .integer(.max), "9223372036854775807"), ("-9223372036854775808", .integer(.min), "-9223372036854775808"),
        ("-9223372036854775808.000", .integer(.min), "-9223372036854775808"),
        ("9.223372036854775807e18", .integer(.max), "9223372036854775807"),
        ("1.00000000000000000000000000", .integer(1), "1"), ("0.00000000000000000000000001e26", .integer(1), "1"),
        ("100000000000000000000000000e-26", .integer(1), "1"), ("9007199254740993", .integer(9_007_199_254_740_993), "9007199254740993"),
        ("0.1", .number(0.1), "0.1"), ("1.5", .number(1.5), "1.5"), ("1e20", .number(1e20), "1e+20"), ("1e-7", .number(1e-7), "1e-07"),
        ("5e-324", .number(.leastNonzeroMagnitude), "5e-324"),
        ("1.7976931348623157e308", .number(.greatestFiniteMagnitude), "1.7976931348623157e+308"),
        ("0.10000000000000000000000000", .number(0.1), "0.1"),
        ("9223372036854775808", exact("9223372036854775808"), "9223372036854775808"),
        ("18446744073709551615", exact("18446744073709551615"), "18446744073709551615"),
        ("12345678901234567890", exact("12345678901234567890"), "12345678901234567890"),
        ("-12345678901234567890", exact("-12345678901234567890"), "-12345678901234567890"),
        ("0.1234567890123456789", exact("0.1234567890123456789"), "0.1234567890123456789"),
        ("9007199254740993.5", exact("9007199254740993.5"), "9007199254740993.5"), ("1e400", exact("1e400"), "1e400"),
        ("-1E-400", exact("-1E-400"), "-1E-400"), ("4.9e-324", exact("4.9e-324"), "4.9e-324"),
        ("0.1000000000000000055511151231257827", exact("0.1000000000000000055511151231257827"), "0.1000000000000000055511151231257827"),
        ("1e999999999999999999999", exact("1e999999999999999999999"), "1e999999999999999999999"),
    ]

    /// A number that is kept by its digits.
    private static func exact(_ digits: String) -> JSONValue {
        JSONNumber(digits).map(JSONValue.exact) ?? .null
    }

    @Test("keep their value when they are read and written", arguments: cases)
    func values(_ item: (text: String, value: JSONValue, written: String)) throws {
        let value = try JSONCoding.decode(JSONValue.self, from: Array(item.text.utf8))
        #expect(shape(value) == shape(item.value))
        #expect(value == item.value)
        #expect(try String(decoding: JSONCoding.encode(value), as: UTF8.self) == item.written)
    }

    /// A value with its case, which equality does not look at.
    private func shape(_ value: JSONValue) -> String {
        if case .number(let number) = value { "\(number)" } else { "\(value)" }
    }

    static let families: [[String]] = [
        ["1", "1.0", "1e0", "10e-1", "0.1e1", "100000000000000000000e-20"], ["0", "-0", "0.0", "0e5", "-0e-999999999999999999999"],
        ["0.1", "1e-1", "0.10", "0.100000000000000000000000"], ["1e400", "10e399", "0.1e401", "1000E+397"], ["-1e400", "-10e399"],
        ["12345678901234567890", "1234567890123456789e1", "12345678901234567890.00", "1.2345678901234567890e19"],
        ["1e20", "100000000000000000000"],
        ["1e19", "10000000000000000000"], ["9223372036854775807", "9223372036854775807.0"],
        ["9223372036854775808", "9.223372036854775808e18"],
        ["0.1234567890123456789", "1234567890123456789e-19"], ["9007199254740992", "9007199254740992.0"], ["9007199254740993"], ["1e-400"],
        ["1e99999999999999999999"], ["1e99999999999999999998"],
    ]

    @Test("are equal by value, and of two values never")
    func equality() throws {
        let values = try Self.families.map { try $0.map { try JSONCoding.decode(JSONValue.self, from: Array($0.utf8)) } }
        for (index, family) in values.enumerated() {
            for (other, others) in values.enumerated() {
                for left in family {
                    for right in others { #expect((left == right) == (index == other), "\(left) and \(right)") }
                }
            }
            #expect(Set(family).count == 1, "\(family)")
        }
        let numbers = try Self.families.map { try $0.map { try #require(JSONNumber($0)) } }
        #expect(numbers.map { Set($0).count } == numbers.map { _ in 1 })
        #expect(Set(numbers.joined()).count == numbers.count)
    }

    @Test("are equal by value also where somebody made them")
    func madeValues() throws {
        #expect(JSONValue.number(1) == .integer(1))
        #expect(Self.exact("1.50") == .number(1.5))
        #expect(Self.exact("7.0") == .integer(7))
        #expect(JSONValue.number(1.5) != .integer(1))
        #expect(JSONValue.number(.nan) != .integer(0))
        #expect(JSONValue.number(.infinity) == .number(.infinity))
        #expect(JSONValue.integer(0) != .null && JSONValue.null != .integer(0) && JSONValue.integer(1) != .boolean(true))
        // A `Double` has the value that it is written with.
        for value in [1e18 + 1_024, 0x1p53, 0x1p62, -0x1p63, 1_234_567_890_123_456_768, 0.1 + 0.2] {
            let read = try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(JSONValue.number(value)))
            #expect(read == .number(value))
            #expect(Set([read, .number(value)]).count == 1)
        }
    }

    @Test(
        "are not made of other texts",
        arguments: ["", " 1", "1 ", "+1", ".5", "1.", "01", "0x1", "nan", "1,2", "1e", "--1", "1_0", "[1]", "１"]
    )
    func noNumbers(text: String) {
        #expect(JSONNumber(text) == nil)
    }

    /// Halfway between two `Double`s, a little above and below: from the definition of IEEE 754.
    static let roundings: [(text: String, bits: UInt64)] = [
        ("9007199254740993", 0x4340_0000_0000_0000), ("9007199254740993.0000000000000000000000000000000000001", 0x4340_0000_0000_0001),
        ("9007199254740992.9999999999999999999999999999999999999", 0x4340_0000_0000_0000), ("9007199254740995", 0x4340_0000_0000_0002),
        ("2.2250738585072011e-308", 0x000F_FFFF_FFFF_FFFF), ("2.2250738585072014e-308", 0x0010_0000_0000_0000), ("4.9e-324", 1),
        ("2.5e-324", 1),
        ("2.4703282292062327e-324", 0), ("2.4703282292062328e-324", 1), ("1e-400", 0), ("-1e-400", 0x8000_0000_0000_0000),
        ("-0", 0x8000_0000_0000_0000),
        ("1.7976931348623158e308", 0x7FEF_FFFF_FFFF_FFFF), ("1e23", 0x44B5_2D02_C7E1_4AF6), ("8.41e21", 0x447C_7E83_209E_90B2),
        ("0.1", 0x3FB9_9999_9999_999A), ("0.30000000000000004", 0x3FD3_3333_3333_3334), ("6.02214076e23", 0x44DF_E185_CA57_C517),
        ("0.000000000000000000000000000000000000000000001e45", 0x3FF0_0000_0000_0000),
        ("17976931348623157" + String(repeating: "0", count: 292), 0x7FEF_FFFF_FFFF_FFFF),
        ("4503599627370496.5", 0x4330_0000_0000_0000), ("4503599627370497.5", 0x4330_0000_0000_0002),
        ("4503599627370496.501", 0x4330_0000_0000_0001), ("4503599627370496.499", 0x4330_0000_0000_0000),
        ("9999999999999999999e-27", 0x3E45_798E_E230_8C3A), ("0.000000001e-18", 0x3A53_CE9A_36F2_3C10),
        // So little above the middle that 64 bits of it do not show that.
        ("965.6481170755833432", 0x408E_2D2F_5801_5CE1), ("9265347472701.344728", 0x42A0_DA83_7D5A_7AB1),
        ("75272546118009.10157", 0x42D1_1D70_57DA_5E47), ("-0.00000004346976831852156528", 0xBE67_5670_80CD_66E1),
    ]

    @Test("are read as the nearest Double", arguments: roundings)
    func rounding(_ item: (text: String, bits: UInt64)) throws {
        #expect(try JSONCoding.decode(Double.self, from: Array(item.text.utf8)).bitPattern == item.bits)
    }

    @Test("are read as C reads them", arguments: 0..<20 as Range<UInt64>)
    func againstC(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        for _ in 0..<500 {
            let text = random.number()
            let expected = strtod(text, nil)
            let read = try? JSONCoding.decode(Double.self, from: Array(text.utf8))
            #expect(read?.bitPattern == (expected.isFinite ? expected.bitPattern : nil), "seed \(seed): \(text)")
        }
    }

    @Test("with many digits behind the point are read as C reads them", arguments: 0..<20 as Range<UInt64>)
    func fractionsAgainstC(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let digits = UInt64.random(in: 1...9_999_999_999_999_999_999, using: &random) >> UInt64.random(in: 0..<20, using: &random)
            let text = "\(digits)e-\(Int.random(in: 0...30, using: &random))"
            let read = try? JSONCoding.decode(Double.self, from: Array(text.utf8))
            #expect(read?.bitPattern == strtod(text, nil).bitPattern, "seed \(seed): \(text)")
        }
    }

    @Test("keep their value, whatever their form", arguments: 0..<20 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        for _ in 0..<300 {
            let text = random.number()
            let number = try #require(JSONNumber(text))
            let value = try JSONCoding.decode(JSONValue.self, from: Array(text.utf8))
            let written = String(decoding: try JSONCoding.encode(value), as: UTF8.self)
            #expect(JSONNumber(written) == number, "seed \(seed): \(text) became \(written)")
            #expect(value == .exact(number), "seed \(seed): \(text)")
            #expect(number.double == (strtod(text, nil).isFinite ? strtod(text, nil) : nil))
        }
    }

    @Test(
        "that are whole are read as whole ones",
        arguments: [("-0", 0), ("1.0", 1), ("1e2", 100), ("-1.50e1", -15), ("0e999999999999999999999", 0)]
    )
    func whole(text: String, value: Int) throws {
        #expect(try JSONCoding.decode(Int.self, from: Array(text.utf8)) == value)
    }

    @Test(
        "that are not, or beyond 64 bits, are no whole ones",
        arguments: ["1.5", "1e-1", "1e19", "9223372036854775808", "1e999999999", "0.1e-99999999999999999999"]
    )
    func notWhole(text: String) {
        #expect(throws: JSONFault.self) { try JSONCoding.decode(Int.self, from: Array(text.utf8)) }
    }

    @Test("of any length are kept, and equal what they are equal to")
    func long() throws {
        let digits = String(repeating: "1234567890", count: 10_000)
        let value = try JSONCoding.decode(JSONValue.self, from: Array(digits.utf8))
        #expect(try JSONCoding.encode(value) == Array(digits.utf8))
        #expect(try value != JSONCoding.decode(JSONValue.self, from: Array((digits + "e-300000").utf8)))
        #expect(try value == JSONCoding.decode(JSONValue.self, from: Array((digits + ".0e0").utf8)))
        #expect(throws: JSONFault.self) { try JSONCoding.decode(Double.self, from: Array(digits.utf8)) }
        #expect(try JSONCoding.decode(Double.self, from: Array(("0." + digits).utf8)) == 0.123456789012345678901234567890)
        #expect(try JSONCoding.decode(Int.self, from: Array(("1" + String(repeating: "0", count: 100_000) + "e-100000").utf8)) == 1)
    }

    @Test("agree in meaning with Foundation's coders")
    func codable() throws {
        let text = #"[1,-0.5,1e20,12345678901234567890,0.1234567890123456789,{"a":[null,true,"é"]}]"#
        let value = try JSONCoding.decode(JSONValue.self, from: Array(text.utf8))
        #expect(try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) == value)
        #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value)) == value)
        #expect(throws: EncodingError.self) { try JSONEncoder().encode(Self.exact("1e400")) }
    }
}
