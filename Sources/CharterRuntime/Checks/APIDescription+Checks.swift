extension APIDescription {
    /// The checks that the conventions of an endpoint call for, in the order in which they are listed and generated.
    ///
    /// The suite carries them out and the generator writes a test for each, so that both read this one list:
    ///
    /// 1. Credentials: ``Check/missingCredential``, or where anonymous callers are let in ``Check/anonymousCall``; for each credential
    ///    ``Check/malformedCredential`` and ``Check/unknownCredential``, by its name where there are several; then
    ///    ``Check/insufficientKind(_:)`` for each kind of key that may not call, and ``Check/otherEnvironment(_:)`` for each that is for
    ///    other servers.
    /// 2. Scopes, of those that some caller can hold: ``Check/insufficientScope(_:)`` for each that does not satisfy the endpoint,
    ///    ``Check/sufficientScope(_:)`` for each that does, ``Check/sufficientScopes(_:)`` for those that do together.
    /// 3. Roles, of those that some caller can have: ``Check/insufficientRole(_:)``, then ``Check/sufficientRole(_:)``.
    /// 4. Tenants: ``Check/missingTenant`` where the request names it in a header or the query; ``Check/foreignTenant``.
    /// 5. A paged list: its sizes and positions, as far as it has parameters for them, and ``Check/wholeWalk``.
    /// 6. Versions that requests choose: ``Check/missingVersion`` where one must be chosen, ``Check/unknownVersion``.
    /// 7. Always: ``Check/responseShape``.
    package func checks(of endpoint: Endpoint) -> [Check] {
        credentialChecks(of: endpoint) + scopeChecks(of: endpoint) + roleChecks(of: endpoint) + tenantChecks(of: endpoint)
            + (endpoint.paging?.checks ?? []) + versionChecks + [.responseShape]
    }

    private var versionChecks: [Check] {
        guard let versioning else { return [] }
        return (versioning.missing == .reject ? [.missingVersion] : []) + [.unknownVersion]
    }

    private func credentialChecks(of endpoint: Endpoint) -> [Check] {
        let auth = endpoint.auth
        let credentials = auth.names.compactMap(credential)
        guard !credentials.isEmpty else { return [] }
        var checks: [Check] = auth.isOpen ? (endpoint.scope.isOpen ? [.anonymousCall] : []) : [.missingCredential]
        let isSeveral = credentials.count > 1
        checks += credentials.map(\.name).filter { auth.needsBesideOthers($0) }.map(Check.missingCredentialOf)
        for credential in credentials {
            // Where any text can be a key there is none that is malformed.
            if !credential.kinds.contains(where: { $0.prefix.isEmpty && $0.form == nil }) {
                checks.append(isSeveral ? .malformedCredentialOf(credential.name) : .malformedCredential)
            }
            checks.append(isSeveral ? .unknownCredentialOf(credential.name) : .unknownCredential)
        }
        let otherKinds = credentials.flatMap(validKinds).map(\.name).filter { !endpoint.keyKinds.contains($0) }
        let foreignKinds = credentials.flatMap { credential in credential.kinds.filter { !validKinds(of: credential).contains($0) } }
        return checks + otherKinds.map(Check.insufficientKind) + foreignKinds.map { .otherEnvironment($0.name) }
    }

    private func scopeChecks(of endpoint: Endpoint) -> [Check] {
        let needed = endpoint.scope
        guard !endpoint.auth.names.isEmpty, !needed.isOpen else { return [] }
        let callers = callers(of: endpoint)
        let holdable = scopes.map(\.name).filter { scope in callers.contains { $0.holds.contains(scope) } }
        let isEnough = { (scope: String) in scopes([scope], satisfy: needed) }
        let together = needed.alternatives.filter { set in
            set.count > 1 && set.allSatisfy(holdable.contains) && !set.contains(where: isEnough)
        }
        return holdable.filter { !isEnough($0) }.map(Check.insufficientScope) + holdable.filter(isEnough).map(Check.sufficientScope)
            + together.map(Check.sufficientScopes)
    }

    private func roleChecks(of endpoint: Endpoint) -> [Check] {
        guard !endpoint.roles.isEmpty else { return [] }
        let credentials = endpoint.auth.names.compactMap(credential)
        let possible = roles.map(\.name).filter { role in credentials.contains { $0.roles.contains(role) } }
        let isEnough = { (role: String) in roles([role], satisfyAnyOf: endpoint.roles) }
        return possible.filter { !isEnough($0) }.map(Check.insufficientRole) + possible.filter(isEnough).map(Check.sufficientRole)
    }

    private func tenantChecks(of endpoint: Endpoint) -> [Check] {
        guard let tenancy, endpoint.tenancy == .tenant else { return [] }
        let names = endpoint.auth.names
        let places = names.isEmpty ? [tenancy.place] : names.map(tenancy.place(forCredential:))
        let missing: [Check] = places.contains(where: \.isNamedBesidePath) ? [.missingTenant] : []
        let foreign = names.filter { name in
            let belongs = callers(of: endpoint).contains { $0.credential == name && !$0.opensEveryTenant }
            return belongs && canNameForeigner(at: tenancy.place(forCredential: name), on: endpoint)
        }
        return missing + foreign.map { names.count > 1 ? .foreignTenantOf($0) : .foreignTenant }
    }
}

extension APIDescription.Requirement {
    /// Whether a name is needed together with others, and those others are not enough without it.
    package func needsBesideOthers(_ name: String) -> Bool {
        alternatives.contains { set in
            let others = set.filter { $0 != name }
            return set.contains(name) && !others.isEmpty && !alternatives.contains { Set($0).isSubset(of: others) }
        }
    }
}

extension APIDescription.Tenancy.Place {
    /// Whether a request names its tenant in a place that can be left empty.
    package var isNamedBesidePath: Bool {
        switch self {
        case .header, .query: true
        case .credential, .path: false
        }
    }
}

extension APIDescription {
    /// Whether a request to the endpoint can ask for the data of a tenant other than its caller's.
    ///
    /// Where the credential says it all, the path at least can name a thing of another tenant.
    fileprivate func canNameForeigner(at place: Tenancy.Place, on endpoint: Endpoint) -> Bool {
        switch place {
        case .path(let parameter): endpoint.path.segments.contains(.parameter(parameter))
        case .credential: !tenantsOwnParameters(of: endpoint).isEmpty
        case .header, .query: true
        }
    }

    /// The path parameters that name things of one tenant, and not things that other endpoints show to everyone: of
    /// `/works/:isbn/copies/:id`, beside a shared `/works/:isbn`, the second.
    package func tenantsOwnParameters(of endpoint: Endpoint) -> [String] {
        let segments = endpoint.path.segments
        return segments.indices.compactMap { index in
            guard case .parameter(let name) = segments[index] else { return nil }
            let isShared = endpoints.contains { $0.tenancy != .tenant && $0.path.hasShape(of: segments[...index]) }
            return isShared ? nil : name
        }
    }
}

extension APIDescription.PathTemplate {
    /// Whether the path has these literals, and parameters where these are, whatever their names.
    fileprivate func hasShape(of others: ArraySlice<Segment>) -> Bool {
        segments.count == others.count
            && zip(segments, others).allSatisfy { own, other in
                switch (own, other) {
                case (.parameter, .parameter): true
                default: own == other
                }
            }
    }
}
