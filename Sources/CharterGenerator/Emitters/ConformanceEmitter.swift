import CharterConformance
import CharterContract
import CharterRuntime

/// Emits tests that hold a server to the contract from outside: one suite for each endpoint, in it one test for each family of checks, and one
/// line for each check.
///
/// ```swift
/// @Suite("GET /communities/:tag/events")
/// struct ListEventsConformance: CobuntuConformanceSuite {
///     let endpoint = "listEvents"
///
///     @Test(
///         "credentials",
///         arguments: [
///             "missing-credential",
///         ]
///     )
///     func credentials(check: String) async throws {
///         try await verify(check)
///     }
/// }
/// ```
struct ConformanceEmitter: Emitter {
    let part = GenerationSettings.Part.conformance

    func sources(for job: APIEmission) throws(TemplateFault) -> [SwiftSource] {
        let api = job.api
        let imports = SwiftImports(hidden: ["CharterClient", "CharterConformance", "CharterRuntime", job.modelsModule, "Testing"])
        let description = api.description
        let checks = ConformanceChecks(of: description)
        let sources = [
            SwiftSource(
                path: "Conformance/\(api.name)ServerUnderTest.swift",
                imports: imports,
                declares: ["ServerUnderTest", "ServerProvider", "ConformanceSuite", "Interface"].map { api.name + $0 },
                text: try job.render("Conformance/Harness", ConformanceView(api))
            )
        ]
        return try sources
            + Array(zip(api.endpoints, description.endpoints)).concurrentMap { endpoint, described throws(TemplateFault) in
                let view = EndpointConformanceView(endpoint, checks.of(described))
                let suite = "\(view.namespace)Conformance"
                return SwiftSource(
                    path: "Conformance/\(suite).swift",
                    imports: SwiftImports(hidden: ["Testing"]),
                    declares: [suite],
                    text: try job.render("Conformance/Endpoint", view)
                )
            }
    }
}
