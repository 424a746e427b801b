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
    let templates: TemplateLibrary

    func files(for api: ResolvedAPI) throws(TemplateFault) -> [GeneratedFile] {
        let view = DescriptionView(api)
        var files = [
            GeneratedFile(path: "Models/APIDescription+\(api.name).swift", contents: try templates.render("Models/APIDescription", view))
        ]
        for endpoint in api.endpoints {
            let view = EndpointDescriptionView(endpoint, api: api)
            let path = "Models/Endpoints/\(api.name)Endpoints+\(SwiftIdentifier.type(endpoint.id)).swift"
            files.append(GeneratedFile(path: path, contents: try templates.render("Models/Endpoint", view)))
        }
        return files
    }
}
