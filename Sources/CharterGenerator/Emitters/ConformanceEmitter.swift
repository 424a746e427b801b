import CharterContract

/// Emits tests that hold a server to the contract from outside: one suite for each endpoint, one test for each check.
///
/// ```swift
/// @Suite("GET /communities/:tag/events")
/// struct ListEventsConformance {
///     @Test("answers 401 without a key")
///     func missingCredential() async throws {
///         try await verify(.missingCredential)
///     }
/// }
/// ```
struct ConformanceEmitter: Emitter {
    let part = GenerationSettings.Part.conformance

    func sources(for job: APIEmission) throws(TemplateFault) -> [SwiftSource] {
        let api = job.api
        let imports = SwiftImports(hidden: ["CharterConformance", "CharterRuntime", job.modelsModule, "Testing"])
        let sources = [
            SwiftSource(
                path: "Conformance/\(api.name)ServerUnderTest.swift",
                imports: imports,
                declares: ["ServerUnderTest", "ServerProvider", "ConformanceSuite", "Interface"].map { api.name + $0 },
                text: try job.render("Conformance/Harness", ConformanceView(api))
            )
        ]
        return try sources
            + api.endpoints.concurrentMap { endpoint throws(TemplateFault) in
                let view = EndpointConformanceView(endpoint, api: api)
                let suite = "\(view.namespace)Conformance"
                return SwiftSource(
                    path: "Conformance/\(suite).swift",
                    imports: imports,
                    declares: [suite],
                    text: try job.render("Conformance/Endpoint", view)
                )
            }
    }
}
