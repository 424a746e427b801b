import CharterContract
import CharterRuntime

/// The client of an API.
struct ClientView: TemplateView {
    let title: String
    let identifier: String
    /// Whether the server that a client calls depends on the kind of key.
    let hasEnvironments: Bool
    let servers: [ServerView]
    let hasKeys: Bool
    /// Whether a client may have no key.
    let isPartlyOpen: Bool
    let initializers: [ClientInitializerView]
    /// The types that initializers name.
    let shownTypes: ShownTypes

    static let properties = ViewProperties<ClientView>(
        .text("title") { $0.title },
        .text("identifier") { $0.identifier },
        .flag("hasEnvironments") { $0.hasEnvironments },
        .list("servers") { $0.servers },
        .flag("hasKeys") { $0.hasKeys },
        .flag("isPartlyOpen") { $0.isPartlyOpen },
        .list("initializers") { $0.initializers }
    )

    init(_ api: ResolvedAPI, _ headers: ClientHeaders) {
        title = DocComment.phrase(api.title)
        identifier = SwiftIdentifier.value(api.name)
        let environments = Set(api.credentials.flatMap(\.kinds).compactMap(\.environment))
        hasEnvironments = api.servers.contains { $0.environment.map(environments.contains) ?? false }
        servers = api.servers.map(ServerView.init)
        hasKeys = !api.credentials.isEmpty
        isPartlyOpen = api.isPartlyOpen
        initializers = ClientInitializerView.all(in: api, headers, hasEnvironments: hasEnvironments)
        shownTypes = ShownTypes(initializers.flatMap(\.parameters).map(\.type), in: api)
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
