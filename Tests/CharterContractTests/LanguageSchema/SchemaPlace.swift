import CharterContract

/// A place of the language, as its schema has it: what may stand there, and a contract in which something does.
struct SchemaPlace: Sendable {
    /// Where it is: `endpoints/GET /orders/:id/returns`.
    let path: String
    /// What may stand there; references are followed.
    let alternatives: [OrderedJSON]
    /// A contract that holds a value at this place, and around it only what must be there.
    let contract: @Sendable (OrderedJSON) -> OrderedJSON

    /// The words that may stand there, as a contract has them.
    var words: [OrderedJSON] {
        alternatives.flatMap { $0["enum"]?.elements ?? [] }
    }

    /// Whether texts may stand there that are none of its words.
    var takesTexts: Bool {
        takesAnything || alternatives.contains { $0["enum"] == nil && $0.types.contains("string") }
    }

    var takesAnything: Bool {
        alternatives.contains { $0["enum"] == nil && $0["type"] == nil }
    }

    /// The maps of known keys that may stand there.
    var maps: [OrderedJSON] {
        alternatives.filter { $0["properties"] != nil }
    }

    /// Values of a kind that may not stand there.
    var misplaced: [OrderedJSON] {
        let types = Set(alternatives.flatMap(\.types))
        guard !takesAnything else { return [] }
        return [("array", ["zq"]), ("object", ["zq": "zq"])].filter { !types.contains($0.0) }.map(\.1)
    }
}

extension OrderedJSON {
    /// The elements of an array; none of anything else.
    var elements: [OrderedJSON] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The members of an object; none of anything else.
    var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .null: "null"
        default: nil
        }
    }

    /// The types that a schema allows.
    var types: [String] {
        self["type"].map { $0.text.map { [$0] } ?? $0.elements.compactMap(\.text) } ?? []
    }
}
