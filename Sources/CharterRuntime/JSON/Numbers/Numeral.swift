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

    /// The nearest `Double`, where one multiplication or division gives it.
    private var quickDouble: Double? {
        guard let digits, let value = Self.product(digits, exponent) ?? Self.quotient(digits, exponent) else { return nil }
        return isNegative ? -value : value
    }

    /// Digits times a power of ten, where a `Double` holds both exactly (Clinger 1990, "How to read floating point numbers accurately").
    private static func product(_ digits: UInt64, _ exponent: Int) -> Double? {
        guard digits <= 1 << 53, (-22...22).contains(exponent) else { return nil }
        let magnitude = Double(digits)
        return exponent < 0 ? magnitude / powersOfTen[-exponent] : magnitude * powersOfTen[exponent]
    }

    /// Digits over a power of ten, whose power of five has 64 bits: the 64 bits of their quotient, and whether something is left, tell
    /// which `Double` is nearest.
    private static func quotient(_ digits: UInt64, _ exponent: Int) -> Double? {
        guard digits > 0, (-powersOfFive.count + 1..<0).contains(exponent) else { return nil }
        let power = powersOfFive[-exponent]
        // With their highest bits set and the dividend halved, the quotient has 63 or 64 bits.
        let dividend = digits << digits.leadingZeroBitCount
        let divisor = power << power.leadingZeroBitCount
        let (quotient, rest) = divisor.dividingFullWidth((dividend >> 1, dividend << 63))
        // What is left sets the last bit, far behind those of a `Double`: without it, more than the middle between two would be taken for the middle.
        let bits = rest == 0 ? quotient : quotient | 1
        let scale = power.leadingZeroBitCount - digits.leadingZeroBitCount - 63 + exponent
        return Double(sign: .plus, exponent: scale, significand: Double(bits))
    }

    /// Those that 64 bits hold.
    private static let powersOfFive: [UInt64] = [
        1, 5, 25, 125, 625, 3_125, 15_625, 78_125, 390_625, 1_953_125, 9_765_625, 48_828_125, 244_140_625, 1_220_703_125,
        6_103_515_625, 30_517_578_125, 152_587_890_625, 762_939_453_125, 3_814_697_265_625, 19_073_486_328_125, 95_367_431_640_625,
        476_837_158_203_125, 2_384_185_791_015_625, 11_920_928_955_078_125, 59_604_644_775_390_625, 298_023_223_876_953_125,
        1_490_116_119_384_765_625, 7_450_580_596_923_828_125,
    ]

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
