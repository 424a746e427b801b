import CharterContract

/// Emits the client: its type, the kinds of key, and one file for each endpoint.
///
/// ```swift
/// extension CobuntuClient where Key == SecretKey {
///     /// Sends a one-shot mass email.
///     public func sendBroadcast(tag: String, body: NewBroadcast) async throws(ClientError) -> Broadcast { … }
/// }
/// ```
struct ClientEmitter: Emitter {
    let templates: TemplateLibrary

    func files(for api: ResolvedAPI) throws(TemplateFault) -> [GeneratedFile] {
        var files = [
            GeneratedFile(path: "Client/\(api.name)Client.swift", contents: try templates.render("Client/Client", ClientView(api)))
        ]
        if !api.credentials.isEmpty {
            files.append(GeneratedFile(path: "Client/\(api.name)Key.swift", contents: try templates.render("Client/Keys", KeysView(api))))
        }
        for endpoint in api.endpoints {
            let view = ClientMethodView(endpoint, api: api)
            let path = "Client/\(api.name)Client+\(SwiftIdentifier.type(endpoint.id)).swift"
            files.append(GeneratedFile(path: path, contents: try templates.render("Client/Method", view)))
        }
        return files
    }
}
