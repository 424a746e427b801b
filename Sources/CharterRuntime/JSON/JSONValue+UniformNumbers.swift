extension JSONValue {
    /// The value with each number in the one form of its value: written as JSON, numbers that are equal are the same bytes, `-0` and `0` included.
    package var withUniformNumbers: JSONValue {
        switch self {
        case .number(let value) where value == 0: .integer(0)
        case .exact(let number): .exact(number.uniform)
        case .array(let values): .array(values.map(\.withUniformNumbers))
        case .object(let members): .object(members.mapValues(\.withUniformNumbers))
        case .null, .boolean, .integer, .number, .string: self
        }
    }
}

extension JSONNumber {
    /// The number as any of its value is written: its digits, without zeros at either end, and an exponent.
    fileprivate var uniform: JSONNumber {
        Numeral.reading(description) { numeral in ExactDecimal(numeral).text.flatMap { JSONNumber($0) } } ?? self
    }
}
