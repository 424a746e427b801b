#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension JSONValue: Codable {
    /// Reads any JSON value; of its numbers as many digits as the decoder has for a `Decimal`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Decimal.self), let number = JSONNumber(value.description) {
            self = JSONValue(number)
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
    ///
    /// - Throws: `EncodingError` for a number with more digits than a `Decimal` has.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .boolean(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .exact(let number): try container.encode(number.decimal(at: encoder.codingPath))
        case .string(let value): try container.encode(value)
        case .array(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }

    private init(_ number: JSONNumber) {
        self = Numeral.reading(number.description) { JSONValue($0) } ?? .exact(number)
    }
}

extension JSONNumber {
    /// The number with all its digits.
    fileprivate func decimal(at path: [any CodingKey]) throws -> Decimal {
        if let value = Decimal(string: description), JSONNumber(value.description) == self { return value }
        throw EncodingError.invalidValue(
            self,
            .init(codingPath: path, debugDescription: "\(description) has too many digits for a Decimal")
        )
    }
}
