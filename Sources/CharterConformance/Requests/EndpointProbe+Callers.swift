import CharterRuntime

extension EndpointProbe {
    /// What callers of the endpoint can be.
    var callerKinds: [CallerKind] { api.callers(of: endpoint) }

    func credential(named name: String) throws(MissingFixture) -> APIDescription.Credential {
        guard let credential = api.credential(named: name) else { throw MissingFixture("a described credential") }
        return credential
    }

    /// The credential of the endpoint that comes in that kind.
    func credential(ofKind kind: String) throws(MissingFixture) -> APIDescription.Credential {
        guard let credential = endpoint.auth.names.compactMap(api.credential).first(where: { $0.kind(named: kind) != nil }) else {
            throw MissingFixture("a credential with keys of kind \(kind)")
        }
        return credential
    }

    /// Everyone of a tenant who may call as far as kinds go, in the order of the alternatives and then of the fixtures.
    func callers(of tenant: String) -> [FixtureCaller] {
        endpoint.auth.alternatives.filter { !$0.isEmpty }.flatMap { names in
            names.reduce([FixtureCaller()]) { callers, name in
                let entries = entries(for: name, of: tenant)
                return callers.flatMap { caller in entries.map { caller.adding($0, as: name) } }
            }
        }
    }

    /// Whether a caller, found at another endpoint perhaps, is one of a tenant's who may make the call.
    func mayCall(_ caller: FixtureCaller, of tenant: String) -> Bool {
        callers(of: tenant).contains { $0.entries.map(\.entry) == caller.entries.map(\.entry) && hasScope($0) && hasRole($0) }
    }

    /// Somebody who may call the endpoint and another one too: what is shown may be another thing for somebody else.
    func sufficientCaller(alsoAt other: APIDescription.Endpoint) throws(MissingFixture) -> FixtureCaller {
        if endpoint.auth == .none, other.auth == .none { return FixtureCaller() }
        let (first, second) = endpoint.auth == .none ? (at(other), self) : (self, at(other))
        let home = try home()
        return try first.sufficientCaller(of: home) { second.endpoint.auth == .none || second.mayCall($0, of: home) }
    }

    /// A caller who may make the call: rather one who holds just the endpoint's scope than one who holds more.
    func sufficientCaller(
        of tenant: String,
        where isFit: (FixtureCaller) -> Bool = { _ in true }
    ) throws(MissingFixture) -> FixtureCaller {
        let allowed = callers(of: tenant).filter { hasScope($0) && hasRole($0) && isFit($0) }
        let enough = endpoint.scope.alternatives.map(Set.init)
        guard let caller = allowed.first(where: { enough.contains($0.scopes) }) ?? allowed.first else {
            throw MissingFixture("a valid key of \(tenant) that may call \(endpoint.id)")
        }
        return caller
    }

    /// What has to be presented beside a credential; nothing where it is enough alone.
    func companions(of name: String) throws(MissingFixture) -> FixtureCaller {
        guard let names = endpoint.auth.alternatives.first(where: { $0.contains(name) }), names.count > 1 else { return FixtureCaller() }
        return try sufficientCaller(of: try home()) { Set($0.credentials) == Set(names) }.removing(name)
    }

    /// Someone of the first tenant with a key of a kind, whether or not such keys may call, and with what else is needed.
    func caller(
        ofKind kind: String,
        of tenant: String? = nil
    ) throws(MissingFixture) -> FixtureCaller {
        let credential = try credential(ofKind: kind)
        let tenant = if let tenant { tenant } else { try home() }
        guard let key = fixtures.credentials.first(where: { $0.kind == kind && $0.tenant == tenant && $0.state == .valid }) else {
            throw MissingFixture("a valid key of kind \(kind) of \(tenant)")
        }
        return try companions(of: credential.name).adding(key, as: credential.name)
    }

    /// The text of a valid credential of the first tenant, of someone who may call.
    func validText(
        of credential: APIDescription.Credential,
        where isFit: (APIDescription.KeyKind) -> Bool = { _ in true }
    ) throws(MissingFixture) -> String {
        let caller = try sufficientCaller(of: try home()) { caller in
            caller.entries.contains { entry in
                entry.credential == credential.name && credential.kind(named: entry.entry.kind).map(isFit) ?? true
            }
        }
        guard let text = caller.entries.first(where: { $0.credential == credential.name }).flatMap({ credential.text(in: $0.entry) }) else {
            throw MissingFixture("the text of a valid \(credential.name)")
        }
        return text
    }

    func hasScope(_ caller: FixtureCaller) -> Bool {
        api.scopes(caller.scopes, satisfy: endpoint.scope)
    }

    /// Whether the caller has the role; keys have none and need none.
    func hasRole(_ caller: FixtureCaller) -> Bool {
        let haveRoles = caller.credentials.compactMap(api.credential).contains { !$0.roles.isEmpty }
        return endpoint.roles.isEmpty || !haveRoles || api.roles(caller.roles, satisfyAnyOf: endpoint.roles)
    }

    private func entries(for name: String, of tenant: String) -> [Fixtures.Credential] {
        let kinds = callerKinds.filter { $0.credential == name }
        return fixtures.credentials.filter { entry in
            entry.state == .valid && kinds.contains { $0.name == entry.kind && ($0.opensEveryTenant || entry.tenant == tenant) }
        }
    }
}
