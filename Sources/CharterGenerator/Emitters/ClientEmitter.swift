import CharterContract

/// Emits the client: its type, the kinds of key, and one file for each endpoint.
///
/// ```swift
/// extension CobuntuClient where Key == SecretKey {
///     /// Sends a one-shot mass email.
///     public func sendBroadcast(tag: String, body: BroadcastCreate) async throws(ClientError) -> Broadcast { … }
/// }
/// ```
struct ClientEmitter: Emitter {
    let part = GenerationSettings.Part.client

    func sources(for job: APIEmission) throws(TemplateFault) -> [SwiftSource] {
        let api = job.api
        let headers = ClientHeaders(api)
        let client = ClientView(api, headers)
        var sources = [
            SwiftSource(
                path: "Client/\(api.name)Client.swift",
                imports: SwiftImports(("CharterClient", true), ("CharterRuntime", true), (job.modelsModule, client.shownTypes.showModels)),
                declares: ["Server", "Client", "Interface"].map { api.name + $0 },
                text: try job.render("Client/Client", client)
            )
        ]
        if !api.credentials.isEmpty {
            let keys = KeysView(api)
            sources.append(
                SwiftSource(
                    path: "Client/\(api.name)Key.swift",
                    imports: SwiftImports(("CharterClient", true)),
                    declares: ["\(api.name)Key"] + keys.kinds.map(\.type) + keys.alternatives.map(\.name),
                    text: try job.render("Client/Keys", keys)
                )
            )
        }
        return try sources
            + api.endpoints.concurrentMap { endpoint throws(TemplateFault) in
                let view = ClientMethodView(endpoint, api: api, clientHeaders: headers)
                let shown = view.shownTypes
                return SwiftSource(
                    path: "Client/\(api.name)Client+\(SwiftIdentifier.type(endpoint.id)).swift",
                    imports: SwiftImports(
                        ("CharterClient", true),
                        ("CharterRuntime", shown.showRuntime),
                        (job.modelsModule, shown.showModels)
                    ),
                    declares: [],
                    text: try job.render("Client/Method", view)
                )
            }
    }
}
