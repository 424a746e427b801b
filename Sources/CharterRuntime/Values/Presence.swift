/// What a field holds that may be absent and may be null: the two are told apart.
///
/// In a change, an absent field keeps its value, null clears it (RFC 7396), and a value replaces it:
///
/// ```swift
/// OrderChange(state: .sent, note: .null)
/// ```
public enum Presence<Value> {
    /// The field is not there.
    case absent
    /// The field is there, and `null`.
    case null
    /// The field is there and has a value.
    case value(Value)

    /// Presence of an optional value: nil is `null`.
    public init(_ optional: Value?) {
        self = optional.map(Presence.value) ?? .null
    }

    /// The value; nil where the field is absent or null.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    /// Whether the field is not there.
    public var isAbsent: Bool {
        if case .absent = self { true } else { false }
    }

    /// What a field holds once it is changed so: what it held where the field is absent, nil where it is null.
    public func applied(to old: Value?) -> Value? {
        isAbsent ? old : value
    }
}

extension Presence: Sendable where Value: Sendable {}
extension Presence: Equatable where Value: Equatable {}
extension Presence: Hashable where Value: Hashable {}

extension JSONWriter {
    /// Writes a field that may be absent and may be null.
    @inlinable
    public mutating func member(_ name: StaticString, _ presence: Presence<some JSONWritable>) {
        switch presence {
        case .absent: break
        case .null: nullableMember(name, String?.none)
        case .value(let value): member(name, value)
        }
    }
}

extension Presence: Decodable where Value: Decodable {
    /// Reads a value that is there, be it null.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = try container.decodeNil() ? .null : .value(container.decode(Value.self))
    }
}

extension Presence: Encodable where Value: Encodable {
    /// Writes a value; only a field of an object can be absent, so that anywhere else an absent value is an `EncodingError`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .absent:
            let fault = EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "only a field of an object can be absent")
            throw EncodingError.invalidValue(self, fault)
        case .null: try container.encodeNil()
        case .value(let value): try container.encode(value)
        }
    }
}

// Code that the compiler writes for `Codable` calls these, since they fit better than those for any type.

extension KeyedDecodingContainer {
    /// Reads a field that may be absent and may be null.
    public func decode<Value: Decodable>(_ type: Presence<Value>.Type, forKey key: Key) throws -> Presence<Value> {
        guard contains(key) else { return .absent }
        return try decodeNil(forKey: key) ? .null : .value(decode(Value.self, forKey: key))
    }
}

extension KeyedEncodingContainer {
    /// Writes a field that may be absent and may be null.
    public mutating func encode<Value: Encodable>(_ presence: Presence<Value>, forKey key: Key) throws {
        switch presence {
        case .absent: break
        case .null: try encodeNil(forKey: key)
        case .value(let value): try encode(value, forKey: key)
        }
    }
}
