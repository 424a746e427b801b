import CharterRuntime

/// The failures that follow from an API's conventions, so that no endpoint has to list them.
///
/// Their codes are those of `Problem.Code` in the runtime, which servers answer with and checks expect; a test holds the two together.
struct DerivedFailures {
    let tenancy: ResolvedTenancy?
    let credentials: [ResolvedCredential]
    /// Whether a server takes the keys of one environment only.
    let hasEnvironments: Bool
    /// Every limit of the API.
    let limits: [ResolvedLimit]
    let conventions: ResolvedConventions
    /// The API's own status, code and wording for faults.
    let errors: APIDescription.ErrorFormat
    /// Whether the documentation leaves the form of errors out; a 429 is documented with the limit that it comes from.
    let areAssumed: Bool

    func failures(of endpoint: ResolvedEndpoint) -> [ResolvedEndpoint.Failure] {
        let takesValues =
            endpoint.requestBody != nil || endpoint.paging != nil || !endpoint.pathParameters.isEmpty || !endpoint.queryParameters.isEmpty
            || !endpoint.headerParameters.isEmpty
        let namesThing = endpoint.pathParameters.contains { !endpoint.tenantPlaces.contains(.path($0.name)) }
        var failures = credentialFailures(of: endpoint) + permissionFailures(of: endpoint)
        if takesValues {
            failures.insert(failure(400, "invalid-request", "A parameter or a field of the body is missing or not as described."), at: 0)
        }
        if namesThing || namesForeignTenant(endpoint, answered: 404) {
            failures.append(failure(404, "not-found", "What the path names does not exist."))
        }
        if endpoint.requestBody != nil {
            failures.append(failure(400, "malformed-body", "The body is no JSON, or is nested too deeply."))
            failures.append(failure(413, "body-too-large", "The body is larger than the server accepts."))
            failures.append(failure(415, "unsupported-media-type", "The body is not `application/json`."))
        }
        failures += versionFailures + pagingFailures(of: endpoint) + idempotencyFailures(of: endpoint)
        failures += limitFailures(of: endpoint) + timeFailures
        return failures + [failure(500, "internal-error", "The server failed; the request may be tried again later.")]
    }

    /// A failure by Charter's name for it, in the API's own words where it has some.
    func failure(_ status: Int, _ code: String, _ when: String, isAssumed: Bool? = nil) -> ResolvedEndpoint.Failure {
        let own = errors.faults.first { $0.kind.rawValue == code }
        return ResolvedEndpoint.Failure(
            status: own?.status ?? status,
            code: own?.code ?? code,
            when: own?.message ?? when,
            isDerived: true,
            isAssumed: isAssumed ?? areAssumed
        )
    }
}
