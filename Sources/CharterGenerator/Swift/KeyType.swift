import CharterContract

/// The type of a client's key: a kind of key, the tokens of a credential without kinds, or several of them at once.
struct KeyType {
    /// The name of the type: `SecretKey`, `PersonToken`, `AppKeyAndPersonToken`.
    let name: String
    /// What it is, for a sentence: ``a token of `person` ``; of a kind of key, its name.
    let inWords: String
    /// The kind as part of a longer name, or nil for a token and for several.
    let kind: String?
    /// The keys that it holds.
    let keys: Set<PresentedKey>

    init(_ key: PresentedKey) {
        keys = [key]
        switch key {
        case .kind(let kind):
            name = SwiftIdentifier.keyType(kind)
            inWords = "`\(kind)`"
            self.kind = SwiftIdentifier.type(kind)
        case .token(let credential):
            name = SwiftIdentifier.tokenType(credential)
            inWords = "a token of `\(credential)`"
            kind = nil
        }
    }

    /// Several keys at once.
    init(all keys: [PresentedKey]) {
        let parts = keys.map { KeyType($0) }
        name = parts.map(\.name).joined(separator: "And")
        inWords = parts.map { [$0].inWords }.inWords(conjunction: "and")
        kind = nil
        self.keys = Set(keys)
    }
}

extension [KeyType] {
    /// The alternatives, for a sentence: ``a key of the kind `live` or `admin`, or a token of `person` ``.
    var inWords: String {
        let kinds = filter { $0.kind != nil }.map(\.inWords)
        let keys = kinds.isEmpty ? [] : ["a key of the kind \(kinds.inWords(conjunction: "or"))"]
        return (keys + filter { $0.kind == nil }.map(\.inWords)).joined(separator: ", or ")
    }

    /// Those that hold nothing but what is needed: every other one holds all of one of them, and more.
    var least: [KeyType] {
        filter { type in !contains { $0.keys.isStrictSubset(of: type.keys) } }
    }
}

extension ResolvedAPI {
    /// The types of key that a client can have: each key alone, then those that some endpoint wants at once.
    var keyTypes: [KeyType] {
        let keys = credentials.flatMap { credential -> [PresentedKey] in
            credential.isToken ? [.token(credential.name)] : credential.kinds.map { .kind($0.name) }
        }
        return keys.map { KeyType($0) } + keyCombinations.map { KeyType(all: $0) }
    }
}
