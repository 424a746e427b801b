import CharterContract

/// The kinds of key as types, so that a client's key says what the client can do.
struct KeysView: TemplateView {
    let kinds: [KeyKindView]
    let combinations: [KeyCombinationView]
    let alternatives: [KeyAlternativeView]

    static let properties = ViewProperties<KeysView>(
        .list("kinds") { $0.kinds },
        .list("combinations") { $0.combinations },
        .flag("hasCombinations") { !$0.combinations.isEmpty },
        .list("alternatives") { $0.alternatives }
    )

    init(_ api: ResolvedAPI) {
        kinds = api.credentials.flatMap { credential in
            credential.isToken ? [KeyKindView(tokenOf: credential)] : credential.kinds.map { KeyKindView($0, credential) }
        }
        combinations = api.keyCombinations.map { KeyCombinationView($0) }
        let constraints = api.endpoints.compactMap { KeyConstraint($0, in: api) }
        var seen: Set<String> = []
        alternatives = constraints.compactMap { constraint in
            guard case .anyOf(let types) = constraint, seen.insert(constraint.protocolName).inserted else { return nil }
            return KeyAlternativeView(constraint.protocolName, types)
        }
    }
}

/// One kind of key.
struct KeyKindView: TemplateView {
    let type: String
    let doc: [String]
    let credential: String
    let kind: String
    let prefix: String
    /// What the text is, for a sentence: `key`.
    let noun: String

    static let properties = ViewProperties<KeyKindView>(
        .text("type") { $0.type },
        .lines("doc") { $0.doc },
        .text("credential") { $0.credential },
        .text("kind") { $0.kind },
        .text("prefix") { $0.prefix },
        .text("noun") { $0.noun },
        .flag("isToken") { $0.noun == "token" }
    )

    init(_ kind: ResolvedKeyKind, _ credential: ResolvedCredential) {
        type = SwiftIdentifier.keyType(kind.name)
        let use = kind.use == .serverOnly ? "For servers only: whoever reads it can act with it." : "For use anywhere, browsers included."
        let looks = kind.prefix.isEmpty ? "" : ": `\(kind.prefix)…`"
        doc = DocComment.lines(["A key of the kind `\(kind.name)`\(looks).", kind.about ?? use])
        noun = "key"
        self.credential = StringLiteral(credential.name).oneLine
        self.kind = StringLiteral(kind.name).oneLine
        prefix = StringLiteral(kind.prefix).oneLine
    }

    init(tokenOf credential: ResolvedCredential) {
        type = SwiftIdentifier.tokenType(credential.name)
        doc = DocComment.lines(["A token of `\(credential.name)`, a JSON Web Token.", credential.about ?? ""])
        noun = "token"
        self.credential = StringLiteral(credential.name).oneLine
        kind = StringLiteral("").oneLine
        prefix = StringLiteral("").oneLine
    }
}

/// Several keys at once, for endpoints that ask for all of them.
struct KeyCombinationView: TemplateView {
    let type: String
    let doc: [String]
    let keys: [HeldKeyView]

    static let properties = ViewProperties<KeyCombinationView>(
        .text("type") { $0.type },
        .lines("doc") { $0.doc },
        .list("keys") { $0.keys },
        .text("types") { view in view.keys.map { "\($0.type).self" }.joined(separator: ", ") },
        .text("list") { view in view.keys.map(\.identifier).joined(separator: ", ") }
    )

    init(_ keys: [PresentedKey]) {
        let combination = KeyType(all: keys)
        type = combination.name
        doc = DocComment.lines([
            combination.inWords.capitalizedFirst + ", at once.", "Each request carries those that its endpoint asks for.",
        ])
        self.keys = keys.enumerated().map { index, key in HeldKeyView(KeyType(key), isLast: index == keys.count - 1) }
    }
}

/// One of several keys.
struct HeldKeyView: TemplateView {
    let type: String
    let identifier: String
    let doc: [String]
    let isLast: Bool

    static let properties = ViewProperties<HeldKeyView>(
        .text("type") { $0.type },
        .text("identifier") { $0.identifier },
        .lines("doc") { $0.doc },
        .flag("isLast") { $0.isLast }
    )

    init(_ key: KeyType, isLast: Bool) {
        type = key.name
        identifier = SwiftIdentifier.value(key.name)
        doc = DocComment.lines([[key].inWords.capitalizedFirst + "."], indentation: 4)
        self.isLast = isLast
    }
}

/// A protocol for endpoints that some keys may call, but not all.
struct KeyAlternativeView: TemplateView {
    let name: String
    let kinds: [String]
    let doc: [String]

    static let properties = ViewProperties<KeyAlternativeView>(
        .text("name") { $0.name },
        .lines("kinds") { $0.kinds },
        .lines("doc") { $0.doc }
    )

    init(_ name: String, _ types: [KeyType]) {
        self.name = name
        kinds = types.map(\.name)
        doc = DocComment.lines([types.inWords.capitalizedFirst + "."])
    }
}
