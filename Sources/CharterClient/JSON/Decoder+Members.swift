extension Decoder {
    /// The value at a path of members such as `meta.items`, or the whole for nil.
    ///
    /// - Throws: `DecodingError` if it is missing or of another type.
    func value<Value: Decodable>(_ type: Value.Type, at path: String?) throws -> Value {
        guard let path else { return try singleValueContainer().decode(type) }
        var names = path.split(separator: ".").map { MemberName(stringValue: String($0)) }
        let last = names.removeLast()
        let start = try container(keyedBy: MemberName.self)
        return try names.reduce(start) { try $0.nestedContainer(keyedBy: MemberName.self, forKey: $1) }.decode(type, forKey: last)
    }

    /// The value at a path of members; nil for no path, and where it or what it stands in is missing or null.
    ///
    /// - Throws: `DecodingError` if it is of another type.
    func optionalValue<Value: Decodable>(_ type: Value.Type, at path: String?) throws -> Value? {
        guard let path else { return nil }
        var names = path.split(separator: ".").map { MemberName(stringValue: String($0)) }
        let last = names.removeLast()
        var place = try container(keyedBy: MemberName.self)
        for name in names {
            guard place.contains(name), try !place.decodeNil(forKey: name) else { return nil }
            place = try place.nestedContainer(keyedBy: MemberName.self, forKey: name)
        }
        return try place.decodeIfPresent(type, forKey: last)
    }
}
