import CharterRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension JSONCoding {
    /// Reads a value whose places in JSON are known at run time only.
    static func decode<Value: DecodableWithConfiguration>(
        _ type: Value.Type,
        from bytes: [UInt8],
        configuration: Value.DecodingConfiguration
    ) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes), configuration: configuration)
    }

    /// Reads the value at a path of members such as `meta.result`, or the whole for nil.
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8], at path: String?) throws -> Value {
        guard let path else { return try decode(type, from: bytes) }
        return try decode(MemberReading<Value>.self, from: bytes, configuration: path).value
    }
}

/// The value at a path of members.
private struct MemberReading<Value: Decodable>: DecodableWithConfiguration {
    var value: Value

    init(from decoder: any Decoder, configuration path: String) throws {
        value = try decoder.value(Value.self, at: path)
    }
}
