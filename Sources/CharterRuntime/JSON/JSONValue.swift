/// Any JSON value, for data whose shape is not known before it is read.
public indirect enum JSONValue: Hashable, Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case boolean(Bool)
    /// A whole number within 64 bits.
    case integer(Int64)
    /// Any other number.
    case number(Double)
    /// Text.
    case string(String)
    /// A list of values.
    case array([JSONValue])
    /// Named values; JSON gives their order no meaning.
    case object([String: JSONValue])

    /// The member of that name; nil if this is no object or has none.
    public subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
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
        default: self = try json.anyNumber()
        }
    }

    /// Writes the value.
    public func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .boolean(let value): value.write(to: &json)
        case .integer(let value): json.integer(value)
        case .number(let value): value.write(to: &json)
        case .string(let value): value.write(to: &json)
        case .array(let values): values.write(to: &json)
        case .object(let members): members.write(to: &json)
        }
    }
}

extension JSONReader {
    /// Reads a number: a whole one where it is written as one and has 64 bits.
    fileprivate mutating func anyNumber() throws(JSONFault) -> JSONValue {
        let start = position
        let number = try number("a value")
        if number.isWhole, let whole = number.whole { return .integer(whole) }
        position = start
        return .number(try double())
    }
}

extension JSONValue: Codable {
    /// Reads any JSON value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// Writes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .boolean(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }
}
