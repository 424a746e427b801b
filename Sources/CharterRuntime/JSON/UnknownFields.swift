extension JSONWriter {
    /// Writes the members that a model does not know, sorted by name; never one that it knows.
    public mutating func members(_ unknown: [String: JSONValue], beside names: [StaticString]) {
        for (name, value) in unknown.beside(names) {
            self.name(name)
            value.write(to: &self)
        }
    }
}

extension Decoder {
    /// The members of an object that a model does not know.
    ///
    /// - Throws: `DecodingError` for what is no object.
    public func unknownFields(beside names: [StaticString]) throws -> [String: JSONValue] {
        let container = try container(keyedBy: MemberName.self)
        var unknown: [String: JSONValue] = [:]
        for name in container.allKeys where !names.contains(where: { $0.isSpelled(name.stringValue) }) {
            unknown[name.stringValue] = try container.decode(JSONValue.self, forKey: name)
        }
        return unknown
    }
}

extension Encoder {
    /// Writes the members that a model does not know, never one that it knows.
    public func encode(unknownFields: [String: JSONValue], beside names: [StaticString]) throws {
        var container = container(keyedBy: MemberName.self)
        for (name, value) in unknownFields.beside(names) { try container.encode(value, forKey: MemberName(name)) }
    }
}

extension [String: JSONValue] {
    /// The members of other names, sorted by name.
    fileprivate func beside(_ names: [StaticString]) -> [(key: String, value: JSONValue)] {
        if isEmpty { return [] }
        return filter { member in !names.contains { $0.isSpelled(member.key) } }.sorted { $0.key < $1.key }
    }
}

/// The name of any member.
private struct MemberName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}
