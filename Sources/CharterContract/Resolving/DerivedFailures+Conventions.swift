import CharterRuntime

/// What follows from limits, versions, paging and repeated calls.
extension DerivedFailures {
    /// What is answered to callers who call too often, or have used up what they have.
    func limitFailures(of endpoint: ResolvedEndpoint) -> [ResolvedEndpoint.Failure] {
        let named = Set(endpoint.keyKinds.flatMap(\.limits) + endpoint.credentials.flatMap(\.limits))
        let kinds = (endpoint.limits + limits.filter { named.contains($0.name) }).map(\.description.kind)
        let again = conventions.limitHeaders.retryAfter ? "; `Retry-After` says when to try again." : "."
        var failures: [ResolvedEndpoint.Failure] = []
        if kinds.contains(.throttle) { failures.append(failure(.limitExceeded, "A limit is exceeded" + again, isAssumed: false)) }
        if kinds.contains(.quota) { failures.append(failure(.quotaExceeded, "A quota is used up" + again, isAssumed: false)) }
        return failures
    }

    /// What is wrong with the version that a request chooses.
    var versionFailures: [ResolvedEndpoint.Failure] {
        guard let versioning = conventions.versioning else { return [] }
        let unknown = failure(.versionUnknown, "The version in the header field `\(versioning.header)` is not served.")
        guard versioning.missing == .reject else { return [unknown] }
        return [failure(.versionMissing, "The header field `\(versioning.header)` is missing."), unknown]
    }

    /// What is wrong with the place in a list.
    func pagingFailures(of endpoint: ResolvedEndpoint) -> [ResolvedEndpoint.Failure] {
        let parameter: String
        switch endpoint.paging?.description.position {
        case .cursor(let name, _, _)?: parameter = name
        case .url?: parameter = APIDescription.Paging.urlParameter
        default: return []
        }
        return [failure(.invalidCursor, "The `\(parameter)` is none that this list gave, or it is too old.")]
    }

    /// What becomes of a call whose key was used before.
    func idempotencyFailures(of endpoint: ResolvedEndpoint) -> [ResolvedEndpoint.Failure] {
        guard let idempotency = endpoint.idempotency?.description else { return [] }
        let place =
            switch idempotency.place {
            case .header(let name): "header field `\(name)`"
            case .field(let name): "field `\(name)`"
            }
        var failures: [ResolvedEndpoint.Failure] = []
        if idempotency.isRequired { failures.append(failure(.idempotencyKeyMissing, "The \(place) is missing.")) }
        failures.append(failure(.idempotencyInFlight, "A call with the same key is at work."))
        if idempotency.comparesPayload {
            failures.append(failure(.idempotencyMismatch, "The key was used with another body."))
        }
        return failures
    }

    /// What is answered where the API says how long a request may take.
    var timeFailures: [ResolvedEndpoint.Failure] {
        guard let seconds = conventions.requests.seconds else { return [] }
        return [failure(.requestTimeout, "The request took more than \(seconds) s.")]
    }
}
