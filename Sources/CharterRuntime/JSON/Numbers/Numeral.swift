/// A number as it stands in a JSON text (RFC 8259 §6): `digits` times ten to the power of `exponent`.
///
/// It points into the text that is read, and lives no longer than its reading.
struct Numeral {
    /// All its characters.
    let text: UnsafeBufferPointer<UInt8>
    let isNegative: Bool
    /// The digits before the exponent as a whole number; nil if there are more than 19, which may be too many for 64 bits.
    let digits: UInt64?
    /// The power of ten; one beyond ``exponentBound`` is as good as endless.
    let exponent: Int
    /// Whether it has neither a point nor an exponent.
    let isDigitsAlone: Bool

    /// More than the digits that any text has.
    static let exponentBound = 10_000_000_000_000_000
}

extension Numeral {
    /// Hands the number that a text is to a closure; nil where the text is none, or has more than one.
    static func reading<Result>(_ text: String, _ body: (Numeral) -> Result?) -> Result? {
        var text = text
        return text.withUTF8 { bytes in
            var json = JSONReader(bytes, maximumDepth: 0)
            guard let numeral = try? json.number(), numeral.text.count == bytes.count else { return nil }
            return body(numeral)
        }
    }

    /// The number, where it is whole and has 64 bits; `1.0` and `1e2` are whole, as in JSON Schema.
    var whole: Int64? {
        guard let digits else { return ExactDecimal(self).whole }
        return Int64(digits, exponent: exponent, isNegative: isNegative)
    }

    /// The nearest `Double`; nil if that is none but infinity.
    var double: Double? {
        if let value = quickDouble { return value }
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    /// The `Double` that is written with the same value again; nil if there is none.
    var keptDouble: Double? {
        // Fifteen digits survive the way to a `Double` and back.
        if let digits, digits < 1_000_000_000_000_000, let value = quickDouble { return value }
        guard let value = double, Numeral.reading(value.description, { $0.hasValue(of: self) }) == true else { return nil }
        return value
    }

    /// Whether both have the same value.
    private func hasValue(of other: Numeral) -> Bool {
        guard let digits, let others = other.digits else { return ExactDecimal(self) == ExactDecimal(other) }
        let (left, right) = (Self.shortened(digits, exponent), Self.shortened(others, other.exponent))
        return left == right && (isNegative == other.isNegative || digits == 0)
    }

    /// Digits times a power of ten, without zeros at the end of the digits.
    private static func shortened(_ digits: UInt64, _ exponent: Int) -> (UInt64, Int) {
        var (digits, exponent) = (digits, digits == 0 ? 0 : exponent)
        while digits != 0, digits % 10 == 0 {
            digits /= 10
            exponent += 1
        }
        return (digits, exponent)
    }

    /// The nearest `Double`, where one multiplication or division of exact numbers gives it (Clinger 1990, "How to read floating point
    /// numbers accurately").
    private var quickDouble: Double? {
        guard let digits, digits <= 1 << 53, (-22...22).contains(exponent) else { return nil }
        let magnitude = Double(digits)
        let value = exponent < 0 ? magnitude / Self.powersOfTen[-exponent] : magnitude * Self.powersOfTen[exponent]
        return isNegative ? -value : value
    }

    /// Those that a `Double` holds exactly.
    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
}

extension Int64 {
    /// Digits times ten to the power of an exponent; nil if that is not whole, or beyond 64 bits.
    init?(_ digits: UInt64, exponent: Int, isNegative: Bool) {
        var magnitude = digits
        var exponent = magnitude == 0 ? 0 : exponent
        while exponent < 0 {
            guard magnitude % 10 == 0 else { return nil }
            magnitude /= 10
            exponent += 1
        }
        while exponent > 0 {
            let (tenfold, isTooLarge) = magnitude.multipliedReportingOverflow(by: 10)
            guard !isTooLarge else { return nil }
            magnitude = tenfold
            exponent -= 1
        }
        if isNegative {
            guard magnitude <= Int64.min.magnitude else { return nil }
            self = Int64(truncatingIfNeeded: 0 &- magnitude)
        } else {
            self.init(exactly: magnitude)
        }
    }
}
