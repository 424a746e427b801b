import CharterContract

/// Emits the `APIDescription` value: one file for the API, one for each endpoint.
///
/// ```swift
/// extension CobuntuEndpoints {
///     /// `GET /communities/:tag/events`: List events.
///     public static let listEvents = APIDescription.Endpoint(id: "listEvents", method: .get, …)
/// }
/// ```
struct DescriptionEmitter: Emitter {
    let part = GenerationSettings.Part.models

    func sources(for job: APIEmission) throws(TemplateFault) -> [SwiftSource] {
        let api = job.api
        let access = job.emission.access
        let imports = SwiftImports(("CharterRuntime", true))
        let sources = [
            SwiftSource(
                path: "Models/APIDescription+\(api.name).swift",
                imports: imports,
                declares: ["Endpoints", "Types", "Interface"].map { api.name + $0 },
                text: try job.render("Models/APIDescription", DescriptionView(api, access: access))
            )
        ]
        return try sources
            + api.endpoints.concurrentMap { endpoint throws(TemplateFault) in
                SwiftSource(
                    path: "Models/Endpoints/\(api.name)Endpoints+\(SwiftIdentifier.type(endpoint.id)).swift",
                    imports: imports,
                    declares: [],
                    text: try job.render("Models/Endpoint", EndpointDescriptionView(endpoint, access: access))
                )
            }
    }
}
