import CharterContract
import CharterOpenAPI

/// Emits the document that a server shows, where the API says that it describes itself.
///
/// ```swift
/// extension APIDocument {
///     /// The description of the Cobuntu REST API, 1.0.0, as `charter generate` makes it.
///     public static let cobuntu = APIDocument("{ … }")
/// }
/// ```
///
/// It stands in code and not in a resource, which a program would have to find again where it runs.
struct DocumentEmitter: Emitter {
    let part = GenerationSettings.Part.server

    func sources(for job: APIEmission) throws(TemplateFault) -> [SwiftSource] {
        let api = job.api
        guard api.conventions.describedAt != nil else { return [] }
        let published = job.emission.published[api.name]
        let view = DocumentView(api, text: published ?? OpenAPIDocument(api).text, isPublished: published != nil)
        let imports = SwiftImports(("CharterServer", true))
        let text = try job.render("Server/Document", view)
        return [SwiftSource(path: "Server/\(api.name)Document.swift", imports: imports, declares: [], text: text)]
    }
}
