@testable import CharterRuntime
import Foundation
import Testing

/// Exact numbers are numbers in JSON, keep the digits that they were given, and compare by value.
@Suite("Exact numbers")
struct ExactNumberTests {
    @Test(
        "keep their digits",
        arguments: [
            "0", "-0", "12.50", "-3.10", "0.000", "123456789012345678901234567890.000000000000000000001",
            String(repeating: "9", count: 1_000),
        ]
    )
    func digits(_ text: String) throws {
        let number = try #require(ExactNumber(text))
        #expect(number.description == text)
        #expect(try JSONCoding.decode(ExactNumber.self, from: Array(text.utf8)).digits == text)
        #expect(try JSONCoding.encode([number]) == Array("[\(text)]".utf8))
    }

    @Test(
        "lose their exponent",
        arguments: [
            ("1e2", "100"), ("1.25E3", "1250"), ("1.25e1", "12.5"), ("1.50e+1", "15.0"), ("-12e-1", "-1.2"), ("12e-4", "0.0012"),
            ("1e-0", "1"), ("0e999999999", "0"), ("-0.0e-99999999999999999999", "-0"), ("0.05e1", "0.5"), ("0.05e3", "50"), ("5e-1", "0.5"),
            ("1e00000000000000000002", "100"), ("1e999", "1" + String(repeating: "0", count: 999)),
        ]
    )
    func exponents(_ text: String, _ digits: String) throws {
        #expect(ExactNumber(text)?.digits == digits)
        #expect(try JSONCoding.decode([ExactNumber].self, from: Array("[\(text)]".utf8)).map(\.digits) == [digits])
    }

    @Test(
        "refuse what is no number of JSON",
        arguments: [
            "", "-", "+1", "01", "1.", ".5", "1e", "1e+", "e1", "1e1.5", "1e1e1", " 1", "1 ", "0x1", "NaN", "Infinity", "٣", "\"1\"", "1,5",
        ]
    )
    func refusal(_ text: String) {
        #expect(ExactNumber(text) == nil)
    }

    @Test(
        "have at most a thousand digits",
        arguments: [
            "1e1000", "1e999999999", "1e-999999999", "12e999", "1e-1000", "-1E+99999999999999999999", String(repeating: "9", count: 1_001),
        ]
    )
    func bound(_ text: String) {
        #expect(ExactNumber(text) == nil)
        let fault = #expect(throws: JSONFault.self) { try JSONCoding.decode([ExactNumber].self, from: Array("[\(text)]".utf8)) }
        #expect(fault?.message == "must be a number of at most 1000 digits")
        #expect(fault?.offset == 1)
    }

    @Test("are numbers in JSON, no text", arguments: [#""12.50""#, "null", "true", "[]", "{}"])
    func kind(_ text: String) {
        #expect(throws: JSONFault.self) { try JSONCoding.decode(ExactNumber.self, from: Array(text.utf8)) }
    }

    @Test(
        "are equal, and hash alike, however they are written",
        arguments: [("12.5", "12.50"), ("1.25e1", "12.5"), ("0", "-0.00e9"), ("1e2", "100.0")]
    )
    func equality(_ left: String, _ right: String) throws {
        let numbers = try [left, right].map { try #require(ExactNumber($0)) }
        #expect(numbers[0] == numbers[1])
        #expect(Set(numbers).count == 1)
    }

    @Test("sort by value")
    func order() throws {
        let texts = [
            "-1e2", "-12.51", "-12.5", "-0.01", "0", "1e-3", "0.01", "1.05", "9", "1e1", "12345678901234567.88", "12345678901234567.89",
        ]
        let numbers = try texts.map { try #require(ExactNumber($0)) }
        #expect(numbers.shuffled().sorted() == numbers)
        #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test(
        "are made of units",
        arguments: [(1_250, 2, "12.50"), (5, 2, "0.05"), (-5, 1, "-0.5"), (0, 2, "0.00"), (7, 0, "7"), (.min, 3, "-9223372036854775.808")]
    )
    func units(_ units: Int, _ places: Int, _ digits: String) {
        #expect(ExactNumber(units, places: places).digits == digits)
        #expect((7 as ExactNumber).digits == "7")
    }

    @Test("count the places that matter", arguments: [("12", 0), ("12.50", 1), ("12.00", 0), ("1e-3", 3), ("0.001", 3), ("1.5e1", 0)])
    func places(_ text: String, _ places: Int) {
        #expect(ExactNumber(text)?.places == places)
    }

    @Test(
        "pass through Foundation's coders with their value, up to 37 digits",
        arguments: ["12.50", "-0.001", "0", "1e10", String(repeating: "9", count: 37)]
    )
    func coders(_ text: String) throws {
        let number = try #require(ExactNumber(text))
        let written = try JSONEncoder().encode([number])
        #expect(try JSONCoding.decode([ExactNumber].self, from: Array(written)) == [number])
        #expect(try JSONDecoder().decode([ExactNumber].self, from: Data("[\(text)]".utf8)) == [number])
    }

    @Test(
        "are refused by Foundation's coders rather than rounded",
        arguments: [String(repeating: "9", count: 39), "0.1234567890123456789012345678901234567891"]
    )
    func longerThanDecimals(_ text: String) throws {
        let number = try #require(ExactNumber(text))
        #expect(throws: EncodingError.self) { try JSONEncoder().encode([number]) }
        #expect(throws: (any Error).self) { try JSONDecoder().decode([ExactNumber].self, from: Data("[\(text)]".utf8)) }
    }
}
