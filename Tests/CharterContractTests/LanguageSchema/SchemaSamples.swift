import CharterContract

/// Values that a schema allows: the smallest of each.
struct SchemaSamples: Sendable {
    let document: OrderedJSON

    /// The name of the definition that a schema refers to.
    func definition(_ schema: OrderedJSON) -> String? {
        let reference = schema["$ref"] ?? schema["allOf"]?.elements.first?["$ref"]
        return reference?.text.map { String($0.dropFirst("#/definitions/".count)) }
    }

    /// The schemas of which one must fit, without references.
    func alternatives(_ schema: OrderedJSON) -> [OrderedJSON] {
        if let name = definition(schema) { return alternatives(document["definitions"]?[name] ?? .null) }
        guard schema["properties"] == nil, let choices = schema["anyOf"]?.elements else { return [schema] }
        return choices.flatMap(alternatives)
    }

    func sample(_ schema: OrderedJSON) -> OrderedJSON {
        guard let schema = alternatives(schema).first else { return .null }
        if let word = schema["enum"]?.elements.first { return word }
        if let example = schema["examples"]?.elements.first { return example }
        switch schema.types.first {
        case "object": return map(schema)
        case "array": return list(schema)
        case "integer": return schema["minimum"] ?? 1
        default: return "two words"
        }
    }

    /// What must stand beside a key of a map: what is required, one of several keys, and the companions of the key.
    func companions(of key: String?, in map: OrderedJSON) -> [OrderedJSON.Member] {
        let lists = [map["required"], map["then"]?["required"], map["else"]?["required"], key.flatMap { map["dependencies"]?[$0] }]
        var names = lists.flatMap { $0?.elements ?? [] }.compactMap(\.text)
        for choice in [map["oneOf"], map["anyOf"]].compactMap({ $0?.elements }) {
            let choices = choice.compactMap { $0["required"]?.elements.first?.text }
            if !choices.contains(where: { $0 == key || names.contains($0) }) { names += choices.prefix(1) }
        }
        names += names.flatMap { map["dependencies"]?[$0]?.elements.compactMap(\.text) ?? [] }.filter { !names.contains($0) }
        return names.map { .init($0, sample(map["properties"]?[$0] ?? .null)) }
    }

    private func map(_ schema: OrderedJSON) -> OrderedJSON {
        let needed = companions(of: nil, in: schema)
        guard needed.isEmpty, schema["minProperties"] != nil else { return .object(needed) }
        if let first = schema["properties"]?.members.first { return .object([.init(first.name, sample(first.value))]) }
        let name = schema["propertyNames"]?["examples"]?.elements.first?.text ?? "a"
        return .object((schema["patternProperties"]?.members ?? []).map { .init(name, sample($0.value)) })
    }

    private func list(_ schema: OrderedJSON) -> OrderedJSON {
        let count = schema["minItems"]?.text.flatMap { Int($0) } ?? 0
        let items = schema["items"] ?? .null
        let words = alternatives(items).first?["enum"]?.elements ?? []
        return .array((0..<count).map { words.indices.contains($0) ? words[$0] : .string("word \($0)") })
    }
}
