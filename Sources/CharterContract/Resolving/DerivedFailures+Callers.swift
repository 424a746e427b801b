import CharterRuntime

/// What can be wrong with who calls.
extension DerivedFailures {
    /// What can be wrong with the credential itself.
    func credentialFailures(of endpoint: ResolvedEndpoint) -> [ResolvedEndpoint.Failure] {
        guard !endpoint.credentials.isEmpty else { return [] }
        let places = endpoint.credentials.flatMap { [$0.place] + $0.fallbackPlaces }.map(\.inWords).uniqued
        let place = places.inWords(conjunction: "or").capitalizedFirst
        let name = endpoint.credentialInWords
        let malformed = name == "key" ? "The text begins like no key of this API." : "The text is no \(name) of this API."
        var failures = [
            failure(.credentialMissing, "\(place) is missing."),
            failure(.credentialEmpty, "\(place) is empty."),
            failure(.credentialRepeated, repetition(endpoint, place)),
            failure(.credentialMalformed, malformed),
            failure(.credentialUnknown, "There is no such \(name)."),
            failure(.credentialRevoked, "The \(name) was revoked."),
            failure(.credentialExpired, "The \(name) has expired."),
        ]
        if endpoint.auth.isOpen { failures.removeFirst() }
        if canBeForeign(endpoint) {
            failures.append(failure(.credentialForeign, "The \(name) is not one that is valid here."))
        }
        return failures
    }

    private func repetition(_ endpoint: ResolvedEndpoint, _ place: String) -> String {
        let refusesSeveral = endpoint.credentials.contains { !$0.fallbackPlaces.isEmpty && $0.duplicates == .reject }
        return refusesSeveral ? "\(place) stands more than once, or more than one of them is there." : "\(place) stands more than once."
    }

    /// Whether a caller may present what only other endpoints or other servers take.
    private func canBeForeign(_ endpoint: ResolvedEndpoint) -> Bool {
        let accepted = Set(endpoint.auth.names)
        if credentials.contains(where: { !accepted.contains($0.name) }) { return true }
        return hasEnvironments && endpoint.credentials.flatMap(\.kinds).contains { $0.environment != nil }
    }

    /// What a caller who is known may lack.
    func permissionFailures(of endpoint: ResolvedEndpoint) -> [ResolvedEndpoint.Failure] {
        var failures: [ResolvedEndpoint.Failure] = []
        let name = endpoint.credentialInWords
        if endpoint.keyKinds.count < endpoint.credentials.flatMap(\.kinds).count {
            failures.append(failure(.keyKindForbidden, "Keys of this kind cannot do this."))
        }
        if endpoint.scope != .none {
            let scopes = if case .all = endpoint.scope { "scopes that this needs" } else { "scope that this needs" }
            failures.append(failure(.insufficientScope, "The \(name) does not hold the \(scopes)."))
        }
        if !endpoint.roles.isEmpty, endpoint.credentials.contains(where: { !$0.roles.isEmpty }) {
            failures.append(failure(.insufficientRole, "The caller has no role that may do this."))
        }
        return failures + tenantFailures(of: endpoint, name)
    }

    private func tenantFailures(of endpoint: ResolvedEndpoint, _ credential: String) -> [ResolvedEndpoint.Failure] {
        guard let tenancy, endpoint.tenancy == .tenant else { return [] }
        var failures: [ResolvedEndpoint.Failure] = []
        let places = endpoint.tenantPlaces.compactMap(\.inWords)
        if !places.isEmpty {
            let place = places.inWords(conjunction: "or").capitalizedFirst
            failures.append(failure(.tenantMissing, "\(place), which names the \(tenancy.name), is missing."))
        }
        if namesForeignTenant(endpoint, answered: 403) {
            failures.append(failure(.foreignTenant, "The \(credential) belongs to another \(tenancy.name)."))
        }
        if let status = tenancy.suspendedStatus {
            failures.append(failure(.tenantSuspended, status: status, "The \(tenancy.name) is suspended."))
        }
        return failures
    }

    /// Whether the request of an endpoint can name a tenant that is not the caller's, and is answered so.
    func namesForeignTenant(_ endpoint: ResolvedEndpoint, answered status: Int) -> Bool {
        guard let tenancy, !endpoint.credentials.isEmpty, tenancy.foreignStatus == status else { return false }
        return endpoint.tenantPlaces.contains { $0 != .credential }
    }
}

extension ResolvedEndpoint {
    /// What its callers present, in a word.
    package var credentialInWords: String {
        if credentials.allSatisfy(\.isToken) { return "token" }
        return credentials.contains(where: \.isToken) ? "credential" : "key"
    }
}

extension APIDescription.Credential.Place {
    /// The place, for a sentence: ``the header field `X-API-Key` ``.
    package var inWords: String {
        switch self {
        case .header(let name), .scheme(_, let name): "the header field `\(name)`"
        case .query(let name): "the query parameter `\(name)`"
        case .basic: "the header field `Authorization`"
        }
    }
}

extension APIDescription.Tenancy.Place {
    /// The place, for a sentence; nil where it cannot be left out.
    package var inWords: String? {
        switch self {
        case .credential, .path: nil
        case .header(let name): "the header field `\(name)`"
        case .query(let name): "the query parameter `\(name)`"
        }
    }
}

extension String {
    /// The text with a capital at its beginning.
    package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
