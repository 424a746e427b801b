import CharterContract

/// The client of an API.
struct ClientView: TemplateView {
    let title: String
    let identifier: String
    /// The server that a client calls unless it is told otherwise, as code.
    let defaultURL: String
    /// Whether it depends on the kind of key.
    let hasEnvironments: Bool
    let servers: [ServerView]
    let hasKeys: Bool
    /// Whether some endpoint asks for several keys at once.
    let hasCombinations: Bool
    /// Whether requests take header fields that the client does not know by itself.
    let hasHeaders: Bool

    static let properties = ViewProperties<ClientView>(
        .text("title") { $0.title },
        .text("identifier") { $0.identifier },
        .text("defaultURL") { $0.defaultURL },
        .flag("hasEnvironments") { $0.hasEnvironments },
        .list("servers") { $0.servers },
        .flag("hasKeys") { $0.hasKeys },
        .text("key") { $0.hasCombinations ? "keys: key.keys" : $0.hasKeys ? "key: key" : "key: nil" },
        .flag("hasHeaders") { $0.hasHeaders }
    )

    init(_ api: ResolvedAPI) {
        title = DocComment.phrase(api.title)
        identifier = SwiftIdentifier.value(api.name)
        let environments = Set(api.credentials.flatMap(\.kinds).compactMap(\.environment))
        hasEnvironments = api.servers.contains { $0.environment.map(environments.contains) ?? false }
        let firstServer = SwiftIdentifier.value(api.servers.first?.name ?? "")
        defaultURL = api.name + "Server." + (hasEnvironments ? "url(for: Key.self)" : firstServer)
        servers = api.servers.map(ServerView.init)
        hasKeys = !api.credentials.isEmpty
        hasCombinations = !api.keyCombinations.isEmpty
        hasHeaders =
            api.conventions.versioning != nil
            || api.endpoints.contains { !$0.headerParameters.isEmpty || !(api.tenancy?.headers(of: $0) ?? []).isEmpty }
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
