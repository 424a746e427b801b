import CharterContract
import CharterOpenAPI

/// Emits `openapi.json`.
struct OpenAPIEmitter: Emitter {
    func files(for api: ResolvedAPI) -> [GeneratedFile] {
        [GeneratedFile(path: "openapi.json", contents: OpenAPIDocument(api).text)]
    }
}
