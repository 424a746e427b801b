/// The failures that follow from an API's conventions, so that no endpoint has to list them.
///
/// Their codes are those of `Problem.Code` in the runtime, which servers answer with and checks expect; a test holds the two together.
struct DerivedFailures {
    let tenancy: ResolvedTenancy?
    /// Whether the documentation leaves the form of errors out; a 429 is documented with the limit that it comes from.
    let areAssumed: Bool

    func failures(of endpoint: ResolvedEndpoint) -> [ResolvedEndpoint.Failure] {
        let takesValues =
            endpoint.requestBody != nil || endpoint.paging != nil || !endpoint.pathParameters.isEmpty || !endpoint.queryParameters.isEmpty
        let namesThing = endpoint.pathParameters.contains { $0.name != tenancy?.parameter }
        let isLimited = !endpoint.limits.isEmpty || endpoint.keyKinds.contains { !$0.limits.isEmpty }
        var failures = credentialFailures(of: endpoint) + permissionFailures(of: endpoint)
        if takesValues {
            failures.insert(failure(400, "invalid-request", "A parameter or a field of the body is missing or not as described."), at: 0)
        }
        if namesThing || namesForeignTenant(endpoint, answered: 404) {
            failures.append(failure(404, "not-found", "What the path names does not exist."))
        }
        if endpoint.requestBody != nil {
            failures.append(failure(413, "body-too-large", "The body is larger than the server accepts."))
            failures.append(failure(415, "unsupported-media-type", "The body is not `application/json`."))
        }
        if isLimited {
            failures.append(failure(429, "limit-exceeded", "A limit is exceeded; `Retry-After` says when to try again.", isAssumed: false))
        }
        return failures + [failure(500, "internal-error", "The server failed; the request may be tried again later.")]
    }

    /// What can be wrong with the key itself.
    private func credentialFailures(of endpoint: ResolvedEndpoint) -> [ResolvedEndpoint.Failure] {
        guard let header = endpoint.credential?.header else { return [] }
        return [
            failure(401, "credential-missing", "The header field `\(header)` is missing."),
            failure(401, "credential-empty", "The header field `\(header)` is empty."),
            failure(401, "credential-repeated", "The header field `\(header)` stands more than once."),
            failure(401, "credential-malformed", "The text begins like no key of this API."),
            failure(401, "credential-unknown", "There is no such key."),
            failure(401, "credential-revoked", "The key was revoked."),
            failure(401, "credential-expired", "The key has expired."),
        ]
    }

    /// What a valid key may lack.
    private func permissionFailures(of endpoint: ResolvedEndpoint) -> [ResolvedEndpoint.Failure] {
        var failures: [ResolvedEndpoint.Failure] = []
        if let credential = endpoint.credential, endpoint.keyKinds.count < credential.kinds.count {
            failures.append(failure(403, "key-kind-forbidden", "Keys of this kind cannot do this."))
        }
        if endpoint.scope != nil {
            failures.append(failure(403, "insufficient-scope", "The key does not hold the scope that this needs."))
        }
        if let tenancy, namesForeignTenant(endpoint, answered: 403) {
            failures.append(failure(403, "foreign-tenant", "The key belongs to another \(tenancy.name)."))
        }
        return failures
    }

    private func namesForeignTenant(_ endpoint: ResolvedEndpoint, answered status: Int) -> Bool {
        guard let tenancy, endpoint.credential != nil, tenancy.foreignStatus == status else { return false }
        return endpoint.pathParameters.contains { $0.name == tenancy.parameter }
    }

    private func failure(_ status: Int, _ code: String, _ when: String, isAssumed: Bool? = nil) -> ResolvedEndpoint.Failure {
        ResolvedEndpoint.Failure(status: status, code: code, when: when, isDerived: true, isAssumed: isAssumed ?? areAssumed)
    }
}
