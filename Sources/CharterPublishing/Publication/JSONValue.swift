import Foundation

/// A JSON value, for comparing what two documents say.
indirect enum JSONValue: Hashable {
    case null
    case boolean(Bool)
    case number(Decimal)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Reads a JSON text; nil if it is none.
    init?(_ bytes: [UInt8]) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else { return nil }
        self = value
    }

    /// The places where another value differs, as JSON pointers (RFC 6901); what is missing or new is one place.
    func pointers(differingFrom other: JSONValue, at pointer: String = "") -> [String] {
        switch (self, other) {
        case (.object(let left), .object(let right)):
            Set(left.keys).union(right.keys).sorted().flatMap { name in
                let token = name.replacingOccurrences(of: "~", with: "~0").replacingOccurrences(of: "/", with: "~1")
                return Self.pointers(left[name], right[name], at: "\(pointer)/\(token)")
            }
        case (.array(let left), .array(let right)):
            (0..<max(left.count, right.count)).flatMap { index in
                Self.pointers(index < left.count ? left[index] : nil, index < right.count ? right[index] : nil, at: "\(pointer)/\(index)")
            }
        default: self == other ? [] : [pointer]
        }
    }

    private static func pointers(_ left: JSONValue?, _ right: JSONValue?, at pointer: String) -> [String] {
        guard let left, let right else { return left == right ? [] : [pointer] }
        return left.pointers(differingFrom: right, at: pointer)
    }
}

extension JSONValue: Decodable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Decimal.self) {
            self = .number(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }
}
