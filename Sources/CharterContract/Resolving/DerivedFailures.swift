/// The failures that follow from an API's conventions, so that no endpoint has to list them.
struct DerivedFailures {
    let tenancy: ResolvedTenancy?
    /// Whether the documentation leaves the form of errors out; a 429 is documented with the limit that it comes from.
    let areAssumed: Bool

    func failures(of endpoint: ResolvedEndpoint) -> [ResolvedEndpoint.Failure] {
        let takesValues =
            endpoint.requestBody != nil || endpoint.paging != nil || !endpoint.pathParameters.isEmpty || !endpoint.queryParameters.isEmpty
        let namesTenant = tenancy.map { tenancy in endpoint.pathParameters.contains { $0.name == tenancy.parameter } } ?? false
        let namesThing = endpoint.pathParameters.contains { $0.name != tenancy?.parameter }
        let hidesTenants = namesTenant && tenancy?.foreignStatus == 404
        let isLimited = !endpoint.limits.isEmpty || endpoint.keyKinds.contains { !$0.limits.isEmpty }
        return [
            takesValues ? failure(400, "invalid-request", "A parameter or a field of the body is missing or not as described.") : nil,
            endpoint.credential == nil
                ? nil : failure(401, "invalid-credential", "The credential is missing, malformed, unknown or no longer valid."),
            endpoint.credential == nil ? nil : failure(403, "forbidden", forbidden(endpoint, namesTenant: namesTenant && !hidesTenants)),
            namesThing || hidesTenants ? failure(404, "not-found", "What the path names does not exist.") : nil,
            endpoint.requestBody == nil ? nil : failure(413, "body-too-large", "The body is larger than the server accepts."),
            endpoint.requestBody == nil ? nil : failure(415, "unsupported-media-type", "The body is not `application/json`."),
            isLimited
                ? failure(429, "limit-exceeded", "A limit is exceeded; `Retry-After` says when to try again.", isAssumed: false) : nil,
            failure(500, "internal-error", "The server failed; the request may be tried again later."),
        ].compactMap { $0 }
    }

    private func forbidden(_ endpoint: ResolvedEndpoint, namesTenant: Bool) -> String {
        let reason = endpoint.scope == nil ? "The key is of a kind that may not do this" : "The key does not hold the scope that this needs"
        guard namesTenant, let tenancy else { return reason + "." }
        return "\(reason), or belongs to another \(tenancy.name)."
    }

    private func failure(_ status: Int, _ code: String, _ when: String, isAssumed: Bool? = nil) -> ResolvedEndpoint.Failure {
        ResolvedEndpoint.Failure(status: status, code: code, when: when, isDerived: true, isAssumed: isAssumed ?? areAssumed)
    }
}
