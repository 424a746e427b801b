/// Any JSON value, for data whose shape is not known before it is read.
///
/// It keeps what JSON says: written again, it has the same value. Numbers are equal by value, `1.0` and `1`, and texts by code points.
public indirect enum JSONValue: Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case boolean(Bool)
    /// A whole number within 64 bits, however it is written: `100`, `100.0`, `1e2`.
    case integer(Int64)
    /// Any other number that a `Double` is written with: `0.1`, `1e20`, `-0`.
    case number(Double)
    /// Any number beyond that: `12345678901234567890`, `0.1234567890123456789`, `1e400`.
    case exact(JSONNumber)
    /// Text.
    case string(String)
    /// A list of values.
    case array([JSONValue])
    /// Named values; JSON gives their order no meaning. Names that Unicode holds for the same, such as two spellings of `é`, are one.
    case object([String: JSONValue])

    /// The member of that name; nil if this is no object or has none.
    public subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The case for a number.
    init(_ numeral: Numeral) {
        if let whole = numeral.whole, whole != 0 || !numeral.isNegative {
            self = .integer(whole)
        } else {
            self = numeral.keptDouble.map(JSONValue.number) ?? .exact(JSONNumber(numeral))
        }
    }
}

extension JSONValue: JSONReadable, JSONWritable {
    /// Reads any value; of two members with one name the last one counts.
    public init(from json: inout JSONReader) throws(JSONFault) {
        switch try json.next() {
        case UInt8(ascii: "\""): self = .string(try json.text())
        case UInt8(ascii: "{"): self = .object(try [String: JSONValue](from: &json))
        case UInt8(ascii: "["): self = .array(try [JSONValue](from: &json))
        case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .boolean(try json.boolean())
        case UInt8(ascii: "n"):
            try json.word("null")
            self = .null
        default: self = JSONValue(try json.number("a value"))
        }
    }

    /// Writes the value.
    public func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .boolean(let value): value.write(to: &json)
        case .integer(let value): json.integer(value)
        case .number(let value): value.write(to: &json)
        case .exact(let number): json.digits(number.description)
        case .string(let value): value.write(to: &json)
        case .array(let values): values.write(to: &json)
        case .object(let members): members.write(to: &json)
        }
    }
}
