import CharterContract

/// Emits tests that hold a server to the contract from outside: one suite for each endpoint, one test for each check.
///
/// ```swift
/// @Suite("GET /communities/:tag/events")
/// struct ListEventsConformance {
///     @Test("answers 401 without a key")
///     func missingCredential() async throws {
///         try await verify(.missingCredential, of: endpoint)
///     }
/// }
/// ```
struct ConformanceEmitter: Emitter {
    let templates: TemplateLibrary

    func files(for api: ResolvedAPI) throws(TemplateFault) -> [GeneratedFile] {
        let harness = try templates.render("Conformance/Harness", ConformanceView(api))
        var files = [GeneratedFile(path: "Conformance/\(api.name)ServerUnderTest.swift", contents: harness)]
        for endpoint in api.endpoints {
            let view = EndpointConformanceView(endpoint, api: api)
            let path = "Conformance/\(view.namespace)Conformance.swift"
            files.append(GeneratedFile(path: path, contents: try templates.render("Conformance/Endpoint", view)))
        }
        return files
    }
}
