import CharterContract

/// The client of an API.
struct ClientView: TemplateView {
    let api: String
    let title: String
    let identifier: String
    let defaultServer: String
    let modelsModule: String
    let servers: [ServerView]
    let hasKeys: Bool

    static let properties = ViewProperties<ClientView>(
        .text("api") { $0.api },
        .text("title") { $0.title },
        .text("identifier") { $0.identifier },
        .text("defaultServer") { $0.defaultServer },
        .text("modelsModule") { $0.modelsModule },
        .list("servers") { $0.servers },
        .flag("hasKeys") { $0.hasKeys }
    )

    init(_ api: ResolvedAPI) {
        self.api = api.name
        title = DocComment.phrase(api.title)
        identifier = SwiftIdentifier.value(api.name)
        defaultServer = SwiftIdentifier.value(api.servers.first?.name ?? "")
        modelsModule = api.modelsModule
        servers = api.servers.map(ServerView.init)
        hasKeys = !api.credentials.isEmpty
    }
}

/// One place where the API is served.
struct ServerView: TemplateView {
    let identifier: String
    let doc: [String]
    let url: String

    static let properties = ViewProperties<ServerView>(
        .text("identifier") { $0.identifier },
        .lines("doc") { $0.doc },
        .text("url") { $0.url }
    )

    init(_ server: ResolvedAPI.Server) {
        identifier = SwiftIdentifier.value(server.name)
        doc = DocComment.lines(["The server called \(server.name)."], indentation: 4)
        url = StringLiteral(server.url).oneLine
    }
}

extension ResolvedAPI {
    /// The module that holds the generated models.
    var modelsModule: String { name + "Models" }
}

/// The kinds of key as types, so that a client's key says what the client can do.
struct KeysView: TemplateView {
    let api: String
    let kinds: [KeyKindView]
    let alternatives: [KeyAlternativeView]

    static let properties = ViewProperties<KeysView>(
        .text("api") { $0.api },
        .list("kinds") { $0.kinds },
        .list("alternatives") { $0.alternatives }
    )

    init(_ api: ResolvedAPI) {
        self.api = api.name
        kinds = api.credentials.flatMap { credential in credential.kinds.map { KeyKindView($0, credential) } }
        let constraints = api.endpoints.compactMap { KeyConstraint($0, in: api) }
        var seen: Set<String> = []
        alternatives = constraints.compactMap { constraint in
            guard case .anyOf(let kinds) = constraint, seen.insert(constraint.protocolName).inserted else { return nil }
            return KeyAlternativeView(constraint.protocolName, kinds)
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

    static let properties = ViewProperties<KeyKindView>(
        .text("type") { $0.type },
        .lines("doc") { $0.doc },
        .text("credential") { $0.credential },
        .text("kind") { $0.kind },
        .text("prefix") { $0.prefix }
    )

    init(_ kind: ResolvedKeyKind, _ credential: ResolvedCredential) {
        type = KeyConstraint.typeName(kind)
        let use = kind.use == .serverOnly ? "For servers only: whoever reads it can act with it." : "For use anywhere, browsers included."
        doc = DocComment.lines(["A key of the kind `\(kind.name)`: `\(kind.prefix)…`.", kind.about ?? use])
        self.credential = StringLiteral(credential.name).oneLine
        self.kind = StringLiteral(kind.name).oneLine
        prefix = StringLiteral(kind.prefix).oneLine
    }
}

/// A protocol for endpoints that some kinds of key may call, but not all.
struct KeyAlternativeView: TemplateView {
    let name: String
    let kinds: [String]
    let doc: [String]

    static let properties = ViewProperties<KeyAlternativeView>(
        .text("name") { $0.name },
        .lines("kinds") { $0.kinds },
        .lines("doc") { $0.doc }
    )

    init(_ name: String, _ kinds: [ResolvedKeyKind]) {
        self.name = name
        self.kinds = kinds.map(KeyConstraint.typeName)
        doc = DocComment.lines(["A key of the kind \(kinds.map { "`\($0.name)`" }.inWords(conjunction: "or"))."])
    }
}

/// Which keys a client must have for it to have an endpoint's method.
enum KeyConstraint {
    case only(ResolvedKeyKind)
    case anyOf([ResolvedKeyKind])

    /// The constraint of an endpoint; nil where every kind of key will do.
    init?(_ endpoint: ResolvedEndpoint, in api: ResolvedAPI) {
        guard endpoint.credential != nil, endpoint.keyKinds.count < api.credentials.flatMap(\.kinds).count else { return nil }
        self = endpoint.keyKinds.count == 1 ? .only(endpoint.keyKinds[0]) : .anyOf(endpoint.keyKinds)
    }

    static func typeName(_ kind: ResolvedKeyKind) -> String {
        SwiftIdentifier.type(kind.name) + "Key"
    }

    /// The name of the constraint, such as `PublishableOrSecretKey`.
    var protocolName: String {
        switch self {
        case .only(let kind): Self.typeName(kind)
        case .anyOf(let kinds): kinds.map { SwiftIdentifier.type($0.name) }.joined(separator: "Or") + "Key"
        }
    }

    /// The constraint as an extension has it: ` where Key == SecretKey`.
    var clause: String {
        switch self {
        case .only(let kind): " where Key == \(Self.typeName(kind))"
        case .anyOf: " where Key: \(protocolName)"
        }
    }
}
