import CharterRuntime

extension KeyDraft {
    /// Makes sure that the API lets such keys have all that the draft gives.
    func check(_ described: DescribedKey, id: String, in api: APIDescription, at now: Timestamp) throws(KeyFault) {
        try described.checkScopes(scopes, in: api)
        let names = roles.names.subtracting(described.credential.roles)
        guard names.isEmpty else { throw .rolesAboveCap(names, credential: described.credential.name) }
        if described.kind?.opensEveryTenant ?? false, tenant != nil || !otherTenants.isEmpty {
            throw .tenantForbidden(kind: described.name)
        }
        let overrides = Set(api.limits.compactMap(\.override))
        for (name, number) in limits.sorted(by: { $0.key < $1.key }) {
            guard overrides.contains(name) else { throw .unknownLimit(name) }
            guard number >= 1 else { throw .limitTooSmall(name) }
        }
        if let expiresAt, expiresAt <= now { throw .expiresTooSoon(id: id) }
    }
}

extension DescribedKey {
    /// Makes sure that the API has some scopes, and that its keys can hold them.
    func checkScopes(_ scopes: Set<String>, in api: APIDescription) throws(KeyFault) {
        let unknown = scopes.filter { name in !api.scopes.contains { APIDescription.ScopeSet.matches(name, $0.name) } }
        guard unknown.isEmpty else { throw .unknownScopes(unknown) }
        let excess = scopes.subtracting(api.scopes(scopes, within: cap))
        guard excess.isEmpty else { throw .scopesAboveCap(excess, kind: name) }
    }
}

extension CallerRoles {
    /// Every role in it, wherever the caller has it.
    fileprivate var names: Set<String> { byTenant.values.reduce(outsideTenants) { $0.union($1) } }
}
