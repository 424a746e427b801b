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
