import CharterConformance
import CharterRuntime

extension APIDescription {
    /// What the small servers of these tests know: who calls, how lists are cut, versions, and the form of what is answered.
    private static let basic: Set<String> = [
        "missing-credential", "malformed-credential", "unknown-credential", "anonymous-call", "insufficient-kind", "other-environment",
        "insufficient-scope", "sufficient-scope", "insufficient-role", "sufficient-role", "missing-tenant", "foreign-tenant",
        "suspended-tenant", "default-page-size", "minimum-page-size", "maximum-page-size", "page-size-below-minimum",
        "page-size-above-maximum", "page-size-not-a-number", "negative-offset", "offset-not-a-number", "page-before-first",
        "page-not-a-number", "invalid-cursor", "whole-walk", "missing-version", "unknown-version", "response-shape",
    ]

    /// The checks of an endpoint that small servers pass.
    func basicChecks(of endpoint: Endpoint) -> [Check] {
        conformanceChecks(of: endpoint).filter { Self.basic.contains($0.stem) }
    }
}

extension APIDescription {
    /// Small servers do not say where the faults of a request are.
    fileprivate mutating func leaveOutPlaces() {
        guard case .object(let members) = errors.body else { return }
        errors.body = .object(members.filter { if case .faults = $0.value { false } else { true } })
    }
}

extension Check {
    /// The name among those of its endpoint.
    var ownName: String { String(name[(name.firstIndex(of: "/") ?? name.startIndex)...].dropFirst()) }

    /// The name without what it is about.
    var stem: String { String(ownName.prefix { $0 != "/" }) }
}

/// Carries out a check of an endpoint, which may be another one than the API has by that id.
func run(
    _ name: String,
    on endpoint: APIDescription.Endpoint,
    in api: APIDescription,
    _ server: ServerUnderTest
) async -> CheckResult {
    var api = api
    api.leaveOutPlaces()
    if name == "suspended-tenant" { api.tenancy?.suspendedStatus = 403 }
    api.endpoints = [endpoint] + api.endpoints.filter { $0.id != endpoint.id }
    let suite = ConformanceSuite(api, server: server)
    guard let check = suite.check(named: "\(endpoint.id)/\(name)") else { fatalError("there is no check \(name)") }
    return await suite.run(check)
}

/// Carries out the basic checks of all endpoints.
func runBasicChecks(of api: APIDescription, _ server: ServerUnderTest) async -> [CheckResult] {
    var api = api
    api.leaveOutPlaces()
    let suite = ConformanceSuite(api, server: server)
    var results: [CheckResult] = []
    for check in api.endpoints.flatMap(api.basicChecks) { results.append(await suite.run(check)) }
    return results
}
