extension JSONReader {
    /// Reads a whole number of 64 bits; `1.0` and `1e2` are whole, as in JSON Schema, and `-0` is 0.
    mutating func integer() throws(JSONFault) -> Int64 {
        let numeral = try number("a whole number within 64 bits")
        if let value = numeral.whole { return value }
        throw fault(numeral.isDigitsAlone ? .numberOutOfRange : .wrongValue("a whole number within 64 bits"), of: numeral)
    }

    /// Reads a number, as near to it as a `Double` comes.
    mutating func double() throws(JSONFault) -> Double {
        let numeral = try number("a number")
        if let value = numeral.double { return value }
        throw fault(.numberOutOfRange, of: numeral)
    }

    /// Reads a number of any size.
    ///
    /// - Parameter phrase: What is asked for, to follow "must be" where the next value is no number.
    mutating func number(_ phrase: StaticString = "a number") throws(JSONFault) -> Numeral {
        let first = try next()
        let start = position
        let isNegative = first == UInt8(ascii: "-")
        if isNegative { position += 1 } else if !first.isDigit { throw try wrongValue("\(phrase)") }
        let firstDigit = position
        var digits: UInt64 = 0
        var digitCount = try readDigits(into: &digits)
        // A zero stands alone before the point.
        if digitCount > 1, bytes[firstDigit] == UInt8(ascii: "0") { throw JSONFault(.invalidNumber, at: firstDigit) }
        var isDigitsAlone = true
        var exponent = 0
        if position < count, bytes[position] == UInt8(ascii: ".") {
            isDigitsAlone = false
            position += 1
            let places = try readDigits(into: &digits)
            digitCount += places
            exponent = -places
        }
        if position < count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            isDigitsAlone = false
            position += 1
            exponent += try readExponent()
        }
        if digitCount > 19 { digitCount -= zeros(from: firstDigit) }
        return Numeral(
            text: UnsafeBufferPointer(start: bytes + start, count: position - start),
            isNegative: isNegative,
            digits: digitCount <= 19 ? digits : nil,
            exponent: exponent,
            isDigitsAlone: isDigitsAlone
        )
    }

    /// The zeros before the first other digit of a number, be there a point among them.
    private func zeros(from start: Int) -> Int {
        let leading = (start..<position).prefix { bytes[$0] == UInt8(ascii: "0") || bytes[$0] == UInt8(ascii: ".") }
        return leading.count { bytes[$0] == UInt8(ascii: "0") }
    }

    private func fault(_ kind: JSONFault.Kind, of numeral: Numeral) -> JSONFault {
        JSONFault(kind, at: position - numeral.text.count)
    }

    /// Reads at least one digit, and tells how many; from the twentieth on the value is wrong.
    @inline(__always)
    private mutating func readDigits(into value: inout UInt64) throws(JSONFault) -> Int {
        let start = position
        while position < count {
            let digit = bytes[position] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            value = value &* 10 &+ UInt64(digit)
            position += 1
        }
        guard position > start else { throw fault(position < count ? .invalidNumber : .endOfText) }
        return position - start
    }

    /// Reads what stands behind the `e` of a number; far beyond ``Numeral/exponentBound`` it grows no more.
    private mutating func readExponent() throws(JSONFault) -> Int {
        var isNegative = false
        if position < count, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
            isNegative = bytes[position] == UInt8(ascii: "-")
            position += 1
        }
        let start = position
        var value = 0
        while position < count, bytes[position].isDigit {
            value = min(value * 10 + Int(bytes[position] - UInt8(ascii: "0")), 10 * Numeral.exponentBound)
            position += 1
        }
        guard position > start else { throw fault(position < count ? .invalidNumber : .endOfText) }
        return isNegative ? -value : value
    }
}
