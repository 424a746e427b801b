/// The value of a number of any length, in one form for each value: those of `1.50` and `15e-1` are equal.
struct ExactDecimal: Hashable {
    private let isNegative: Bool
    /// The digits in ASCII, without zeros at either end; none for zero.
    private let digits: ArraySlice<UInt8>
    /// The power of ten of the last digit; ``unbounded`` where the digits are the whole text, since nobody can reckon with its exponent.
    private let exponent: Int

    private static let unbounded = Int.max

    /// The value of a number.
    init(_ numeral: Numeral) {
        let written = numeral.text.prefix { $0 | 0x20 != UInt8(ascii: "e") }.filter { $0.isDigit }
        let significant = written.drop { $0 == UInt8(ascii: "0") }
        guard let last = significant.lastIndex(where: { $0 != UInt8(ascii: "0") }) else {
            (isNegative, digits, exponent) = (false, [], 0)
            return
        }
        if numeral.exponent.magnitude > Numeral.exponentBound {
            (isNegative, digits, exponent) = (false, ArraySlice(numeral.text), Self.unbounded)
        } else {
            (isNegative, digits) = (numeral.isNegative, significant[...last])
            exponent = numeral.exponent + significant.endIndex - digits.endIndex
        }
    }

    /// The value as JSON, the same for all of it; nil where nobody can reckon with its exponent.
    var text: String? {
        guard exponent != Self.unbounded else { return nil }
        return digits.isEmpty ? "0" : "\(isNegative ? "-" : "")\(String(decoding: digits, as: UTF8.self))e\(exponent)"
    }

    /// The value, where it is whole and has 64 bits.
    var whole: Int64? {
        // The greatest number of 64 bits has 19 digits.
        guard exponent != Self.unbounded, digits.count <= 19 else { return nil }
        let magnitude = digits.reduce(0 as UInt64) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }
        return Int64(magnitude, exponent: exponent, isNegative: isNegative)
    }
}
