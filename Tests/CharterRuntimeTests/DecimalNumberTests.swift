import CharterRuntime
import Testing

/// Decimal numbers are exact, keep the digits that they were given, and compare by value.
@Suite("Decimal numbers")
struct DecimalNumberTests {
    @Test("keep their digits", arguments: ["0", "-0", "12.50", "-3.10", "0.000", "123456789012345678901234567890.000000000000000000001"])
    func digits(_ text: String) throws {
        let number = try #require(DecimalNumber(text))
        #expect(number.description == text)
        #expect(try String(decoding: JSONCoding.encode([number]), as: UTF8.self) == "[\"\(text)\"]")
        #expect(try JSONCoding.decode([DecimalNumber].self, from: Array("[\"\(text)\"]".utf8)) == [number])
    }

    @Test(
        "refuse what is no decimal number",
        arguments: ["", "-", "+1", "01", "-01.5", "1.", ".5", "1.2.3", "1e3", " 1", "1,5", "--1", "1.-5", "٣", "NaN", "1\n"]
    )
    func refusal(_ text: String) {
        #expect(DecimalNumber(text) == nil)
        #expect(throws: JSONFault.self) { try JSONCoding.decode([DecimalNumber].self, from: JSONCoding.encode([text])) }
    }

    @Test("are text in JSON, no number")
    func number() {
        #expect(throws: JSONFault.self) { try JSONCoding.decode([DecimalNumber].self, from: Array("[12.5]".utf8)) }
    }

    @Test("sort by value")
    func order() throws {
        let texts = ["-100", "-12.51", "-12.5", "-1", "-0.01", "0", "0.001", "0.01", "0.1", "1", "1.05", "1.5", "9", "10", "99.99", "100"]
        let numbers = try texts.map { try #require(DecimalNumber($0)) }
        for (index, left) in numbers.enumerated() {
            for (other, right) in numbers.enumerated() {
                #expect((left < right) == (index < other), "\(left) < \(right)")
                #expect((left == right) == (index == other), "\(left) == \(right)")
            }
        }
    }

    @Test("are equal, and hash alike, however they are written", arguments: [("12.5", "12.50"), ("0", "-0.00"), ("-7", "-7.000")])
    func equality(_ left: String, _ right: String) throws {
        let numbers = try [left, right].map { try #require(DecimalNumber($0)) }
        #expect(numbers[0] == numbers[1])
        #expect(Set(numbers).count == 1)
        #expect(!(numbers[0] < numbers[1]) && !(numbers[1] < numbers[0]))
    }

    @Test("are made of whole numbers")
    func wholeNumbers() {
        let numbers: [DecimalNumber] = [-40, 0, 7]
        #expect(numbers.map(\.description) == ["-40", "0", "7"])
        #expect(numbers == ["-40.0", "0", "7.00"].compactMap(DecimalNumber.init))
        #expect(DecimalNumber(UInt64.max).description == "18446744073709551615")
    }
}
