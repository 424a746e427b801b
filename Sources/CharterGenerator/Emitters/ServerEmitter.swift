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
    let part = GenerationSettings.Part.server

    func sources(for job: APIEmission) throws(TemplateFault) -> [SwiftSource] {
        let api = job.api
        let view = ServerAPIView(api, missingHandlers: job.emission.missingHandlers)
        let shown = view.shownTypes
        var sources = [
            SwiftSource(
                path: "Server/\(api.name)API.swift",
                imports: SwiftImports(
                    ("CharterRuntime", shown.showRuntime),
                    ("CharterServer", true),
                    (job.modelsModule, shown.showModels)
                ),
                declares: ["API", "Interface"].map { api.name + $0 },
                text: try job.render("Server/API", view)
            ),
            SwiftSource(
                path: "Server/\(api.name)API+Register.swift",
                imports: SwiftImports(("CharterRuntime", false), ("CharterServer", true), (job.modelsModule, false))
                    .showing(["protocol RequestContext", "protocol RouterMethods"], of: "Hummingbird"),
                declares: [],
                text: try job.render("Server/Register", view)
            ),
        ]
        if view.allowsMissingHandlers, !api.endpoints.isEmpty {
            sources.append(
                SwiftSource(
                    path: "Server/\(api.name)API+MissingHandlers.swift",
                    imports: SwiftImports(
                        ("CharterRuntime", shown.showRuntime),
                        ("CharterServer", true),
                        (job.modelsModule, shown.showModels)
                    ),
                    declares: [],
                    text: try job.render("Server/MissingHandlers", view)
                )
            )
        }
        return try sources
            + api.endpoints.concurrentMap { endpoint throws(TemplateFault) in
                let view = ServerEndpointView(endpoint, api: api)
                let shown = view.shownTypes
                return SwiftSource(
                    path: "Server/Endpoints/\(view.namespace).swift",
                    imports: SwiftImports(
                        ("CharterRuntime", shown.showRuntime),
                        ("CharterServer", view.showsServer),
                        (job.modelsModule, shown.showModels)
                    ),
                    declares: [view.namespace],
                    text: try job.render("Server/Endpoint", view)
                )
            }
    }
}
