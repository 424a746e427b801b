extension JSONValue: Hashable {
    /// Whether both have the same value: of numbers, however they are written; of texts, code point by code point.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.boolean(let left), .boolean(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.string(let left), .string(let right)): left.hasSameBytes(as: right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: left.numericValue.map { $0 == right.numericValue } ?? false
        }
    }

    /// Equal values have one hash.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .boolean(let value): hasher.combine(value)
        case .integer, .number, .exact: hasher.combine(numericValue)
        case .string(var text):
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
            // An end, so that texts in a list do not flow into each other.
            hasher.combine(0xFF as UInt8)
        case .array(let values): hasher.combine(values)
        case .object(let members): hasher.combine(members)
        }
    }

    /// The value of a number in one form, so that equal numbers have equal forms.
    private enum NumericValue: Hashable {
        case integer(Int64)
        case double(Double)
        case exact(JSONNumber)
    }

    private var numericValue: NumericValue? {
        switch self {
        case .integer(let value): .integer(value)
        case .number(let value): Self.numericValue(of: value)
        case .exact(let number): Numeral.reading(number.description) { Self.numericValue(of: $0) }
        case .null, .boolean, .string, .array, .object: nil
        }
    }

    private static func numericValue(of value: Double) -> NumericValue {
        // Below this every whole `Double` is written with all its digits.
        if value.magnitude < 0x1p53 { return Int64(exactly: value).map(NumericValue.integer) ?? .double(value) }
        return Numeral.reading(value.description) { $0.whole.map(NumericValue.integer) } ?? .double(value)
    }

    private static func numericValue(of numeral: Numeral) -> NumericValue {
        if let whole = numeral.whole { return .integer(whole) }
        return numeral.keptDouble.map(NumericValue.double) ?? .exact(JSONNumber(numeral))
    }
}
