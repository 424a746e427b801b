import CharterContract

/// Emits the server side: the protocol of handlers, its registration on a router, and the input of each endpoint.
///
/// ```swift
/// public protocol CobuntuAPI: Sendable {
///     /// Lists the events of a community.
///     func listEvents(_ input: ListEvents.Input, caller: Caller) async throws -> Page<Event>
/// }
/// ```
struct ServerEmitter: Emitter {
    let templates: TemplateLibrary

    func files(for api: ResolvedAPI) throws(TemplateFault) -> [GeneratedFile] {
        let view = ServerAPIView(api)
        var files = [
            GeneratedFile(path: "Server/\(api.name)API.swift", contents: try templates.render("Server/API", view)),
            GeneratedFile(path: "Server/\(api.name)API+Register.swift", contents: try templates.render("Server/Register", view)),
        ]
        for endpoint in api.endpoints {
            let view = ServerEndpointView(endpoint, api: api)
            let path = "Server/Endpoints/\(view.namespace).swift"
            files.append(GeneratedFile(path: path, contents: try templates.render("Server/Endpoint", view)))
        }
        return files
    }
}
