import CharterContract

/// The type of a client's key: a kind of key, or the tokens of a credential without kinds.
struct KeyType {
    /// The name of the type: `SecretKey`, `PersonToken`.
    let name: String
    /// What it is, for a sentence: ``a token of `person` ``; of a kind of key, its name.
    let inWords: String
    /// The kind as part of a longer name, or nil for a token.
    let kind: String?

    init(_ kind: ResolvedKeyKind) {
        name = SwiftIdentifier.keyType(kind.name)
        inWords = "`\(kind.name)`"
        self.kind = SwiftIdentifier.type(kind.name)
    }

    init(tokenOf credential: String) {
        name = SwiftIdentifier.tokenType(credential)
        inWords = "a token of `\(credential)`"
        kind = nil
    }
}

extension [KeyType] {
    /// The alternatives, for a sentence: ``a key of the kind `live` or `admin`, or a token of `person` ``.
    var inWords: String {
        let kinds = filter { $0.kind != nil }.map(\.inWords)
        let keys = kinds.isEmpty ? [] : ["a key of the kind \(kinds.inWords(conjunction: "or"))"]
        return (keys + filter { $0.kind == nil }.map(\.inWords)).joined(separator: ", or ")
    }
}

extension ResolvedAPI {
    /// The types of key that a client can have.
    var keyTypes: [KeyType] {
        credentials.flatMap { $0.isToken ? [KeyType(tokenOf: $0.name)] : $0.kinds.map { KeyType($0) } }
    }
}
