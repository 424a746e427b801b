#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The one place where models become JSON text and JSON text becomes models.
public enum JSONCoding {
    /// Writes a value as UTF-8 JSON, its members sorted by name so that equal values have equal bytes.
    ///
    /// - Throws: `EncodingError` for a value that JSON cannot hold, such as an infinite number.
    public static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    /// Reads a value from UTF-8 JSON.
    ///
    /// - Throws: `DecodingError` if the bytes are not JSON, or not JSON of this shape.
    public static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}
