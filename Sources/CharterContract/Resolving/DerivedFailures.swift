import CharterRuntime

/// The failures that follow from an API's conventions, so that no endpoint has to list them.
///
/// They are those of `Problem.Code` in the runtime, which servers answer with and checks expect.
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
        // What is gone already is answered as if it went now, but what it is a part of may still be missing.
        let deleted = endpoint.success.repeatsDeletion ? endpoint.path.lastParameter : nil
        let namesThing = endpoint.pathParameters.contains { $0.name != deleted && !endpoint.tenantPlaces.contains(.path($0.name)) }
        var failures = validationFailures(of: endpoint) + credentialFailures(of: endpoint) + permissionFailures(of: endpoint)
        if namesThing || namesForeignTenant(endpoint, answered: 404) {
            failures.append(failure(.notFound, "What the path names does not exist."))
        }
        if endpoint.requestBody != nil {
            let media = endpoint.details.media
            let malformed =
                media == [.json] ? "The body is no JSON, or is nested too deeply." : "The body cannot be read, or is nested too deeply."
            failures.append(failure(.malformedBody, malformed))
            failures.append(failure(.bodyTooLarge, "The body is larger than the server accepts."))
            failures.append(
                failure(.unsupportedMediaType, "The body is not \(media.map { "`\($0.mediaType)`" }.inWords(conjunction: "or")).")
            )
        }
        failures += versionFailures + pagingFailures(of: endpoint) + idempotencyFailures(of: endpoint)
        failures += limitFailures(of: endpoint) + timeFailures
        return failures + [failure(.internalError, "The server failed; the request may be tried again later.")]
    }

    /// A failure by Charter's name for it, in the API's own words where it has some.
    ///
    /// - Parameter status: what the contract says elsewhere of its status, if it does.
    func failure(
        _ kind: Problem.Code,
        status: Int? = nil,
        _ when: String,
        isAssumed: Bool? = nil
    ) -> ResolvedEndpoint.Failure {
        let own = errors.words(for: kind)
        return ResolvedEndpoint.Failure(
            status: own?.status ?? status ?? kind.usualStatus,
            code: errors.text(of: kind),
            when: own?.message ?? when,
            convention: kind,
            isAssumed: isAssumed ?? areAssumed
        )
    }
}
