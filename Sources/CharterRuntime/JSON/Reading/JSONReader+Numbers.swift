/// A number as JSON writes it: `digits` times ten to the power of `exponent`.
struct JSONNumber {
    var isNegative = false
    /// The digits as a whole number; nil if they are too many for 64 bits.
    var digits: UInt64? = 0
    var exponent = 0
    /// Whether it has neither a point nor an exponent.
    var isWhole = true
}

extension JSONReader {
    /// Reads a whole number of 64 bits; `1.0` is one, as in JSON Schema.
    mutating func integer() throws(JSONFault) -> Int64 {
        let start = position
        let number = try number("a whole number within 64 bits")
        guard let value = number.whole else {
            throw JSONFault(number.isWhole ? .numberOutOfRange : .wrongValue("a whole number within 64 bits"), at: start)
        }
        return value
    }

    /// Reads a number, as near to it as a `Double` comes.
    mutating func double() throws(JSONFault) -> Double {
        _ = try next()
        let start = position
        let number = try number("a number")
        if let value = number.exactDouble { return value }
        let text = String(decoding: UnsafeBufferPointer(start: bytes + start, count: position - start), as: UTF8.self)
        guard let value = Double(text), value.isFinite else { throw JSONFault(.numberOutOfRange, at: start) }
        return value
    }

    /// Reads a number of any size.
    mutating func number(_ phrase: StaticString = "a number") throws(JSONFault) -> JSONNumber {
        var number = JSONNumber()
        switch try next() {
        case UInt8(ascii: "-"):
            number.isNegative = true
            position += 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"): break
        default: throw try wrongValue("\(phrase)")
        }
        let first = position
        try readDigits(into: &number)
        // A zero stands alone before the point.
        if position - first > 1, bytes[first] == UInt8(ascii: "0") { throw JSONFault(.invalidNumber, at: first) }
        guard position < count else { return number }
        if bytes[position] == UInt8(ascii: ".") {
            number.isWhole = false
            position += 1
            let point = position
            try readDigits(into: &number)
            number.exponent = point - position
        }
        if position < count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            number.isWhole = false
            position += 1
            number.exponent += try exponent()
        }
        return number
    }

    /// Reads at least one digit.
    @inline(__always)
    private mutating func readDigits(into number: inout JSONNumber) throws(JSONFault) {
        let start = position
        var value = number.digits
        while position < count {
            let digit = bytes[position] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            if let known = value {
                let (tenfold, isTooLarge) = known.multipliedReportingOverflow(by: 10)
                let (sum, isTooLargeNow) = tenfold.addingReportingOverflow(UInt64(digit))
                value = isTooLarge || isTooLargeNow ? nil : sum
            }
            position += 1
        }
        guard position > start else { throw fault(position < count ? .invalidNumber : .endOfText) }
        number.digits = value
    }

    /// Reads what stands behind the `e` of a number; beyond any power of ten that a number can have, it stays where it is.
    private mutating func exponent() throws(JSONFault) -> Int {
        var isNegative = false
        if position < count, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
            isNegative = bytes[position] == UInt8(ascii: "-")
            position += 1
        }
        let start = position
        var value = 0
        while position < count {
            let digit = bytes[position] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            value = min(value * 10 + Int(digit), 1_000_000)
            position += 1
        }
        guard position > start else { throw fault(position < count ? .invalidNumber : .endOfText) }
        return isNegative ? -value : value
    }
}

extension JSONNumber {
    /// The number, where it is whole and has 64 bits.
    var whole: Int64? {
        guard var magnitude = digits else { return nil }
        var exponent = exponent
        if magnitude == 0 { exponent = 0 }
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
        if isNegative { return magnitude <= Int64.min.magnitude ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil }
        return Int64(exactly: magnitude)
    }

    /// The nearest `Double`, where one multiplication or division of exact numbers gives it (Clinger's fast path).
    var exactDouble: Double? {
        guard let digits, digits <= 1 << 53, (-22...22).contains(exponent) else { return nil }
        let magnitude = Double(digits)
        let value = exponent < 0 ? magnitude / Self.powersOfTen[-exponent] : magnitude * Self.powersOfTen[exponent]
        return isNegative ? -value : value
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
}
