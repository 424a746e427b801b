import CharterYAML

extension Located<Setting<Requirement>> {
    /// The scopes that are asked for, in words: `the scope READ`.
    var inWords: String {
        switch value.value {
        case .one(let name): "the scope \(name.value)"
        case .all(let names): "the scopes \(names.map(\.value).inWords(conjunction: "and"))"
        case .any: "one of the scopes \(names.map(\.value).inWords(conjunction: "and"))"
        case nil: "no scope"
        }
    }

    /// The names of what must be held: `READ and WRITE`.
    var heldInWords: String {
        if case .all = value.value { names.map(\.value).inWords(conjunction: "and") } else { names.map(\.value).inWords(conjunction: "or") }
    }
}
