import CharterContract

/// The named types of an API, as their declarations need to know them.
struct ModelNames {
    let schemas: [String: Schema]

    /// The name that an object or enumeration written in place gets in the type that holds it: another one where that would hide a type.
    func nested(_ wished: String) -> String {
        schemas[wished] != nil || Self.needed.contains(wished) ? wished + "Value" : wished
    }

    /// Whether a value may be `null`, by itself or because its named type is.
    func canBeNull(_ schema: Schema) -> Bool {
        var schema = schema
        for _ in 0...schemas.count {
            if schema.isNullable { return true }
            guard case .named(let name) = schema.shape, let next = schemas[name] else { return false }
            schema = next
        }
        return false
    }

    /// The schema of the values beside `null`: what an alias of a type that may be null stands for.
    func besideNull(_ schema: Schema) -> Schema {
        var schema = schema
        for _ in 0...schemas.count {
            guard case .named(let name) = schema.shape, let next = schemas[name], canBeNull(next) else { break }
            schema = next
        }
        return schema
    }

    /// The text that a value always is, by itself or because its named type is; nil for values that differ.
    func constant(_ schema: Schema) -> String? {
        guard !schema.isNullable, !canBeNull(schema) else { return nil }
        var schema = schema
        for _ in 0...schemas.count {
            if case .constant(let text) = schema.shape { return text }
            guard case .named(let name) = schema.shape, let next = schemas[name] else { return nil }
            schema = next
        }
        return nil
    }

    /// Names that generated code needs, which a type inside a type would hide.
    private static let needed: Set<String> = [
        "Any", "Bool", "CalendarDate", "Codable", "ClosedEnumeration", "CodingKey", "CodingKeys", "DecimalNumber", "Decodable", "Decoder",
        "Double", "Encodable",
        "Encoder", "ExactNumber", "Hashable", "Hasher", "Int", "JSONCodable", "JSONFault", "JSONReader", "JSONValue", "JSONWriter",
        "LosslessStringConvertible", "OpenEnumeration", "Presence", "Protocol", "RawJSON", "RawRepresentable", "RawValue",
        "Self", "Sendable", "StaticString", "String", "Timestamp", "Type", "UniqueID",
    ]
}
