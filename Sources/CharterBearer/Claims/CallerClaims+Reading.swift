import CharterRuntime
import CharterServer

extension CallerClaims {
    /// The caller of whom claims speak, before ``complete``.
    ///
    /// - Throws: ``TokenFault/malformed`` for a claim of another form than it should have, and for an empty name.
    func caller(_ claims: TokenClaims) throws(TokenFault) -> Caller {
        let values = claims.values
        let user = try user.flatMap { name throws(TokenFault) in try values.text(name) }
        var roles = CallerRoles(outsideTenants: [], byTenant: try byTenant(rolesByTenant.flatMap { values[$0] }))
        let tenants = try tenants.first { values[$0] != nil }.flatMap { name throws(TokenFault) in try values.textOrTexts(name) }
        let allTenants = tenants.map { Set($0) } ?? Set(roles.byTenant.keys)
        if let name = self.roles, let flat = try values.textOrTexts(name) {
            roles.outsideTenants = Set(flat)
            if reach == .everywhere {
                for tenant in allTenants { roles.byTenant[tenant, default: []].formUnion(flat) }
            }
        }
        // An empty name could be that of something that was not filled in elsewhere.
        guard user?.isEmpty != true, !allTenants.contains("") else { throw .malformed }
        // Of several, none is the caller's more than the others: the request says which it is about.
        let only = allTenants.count == 1 ? allTenants.first : nil
        return Caller(
            keyID: nil,
            kind: nil,
            scopes: try scopes(values),
            roles: roles,
            user: user,
            tenant: only,
            otherTenants: only == nil ? allTenants : []
        )
    }

    private func scopes(_ values: [String: JSONValue]) throws(TokenFault) -> Set<String> {
        guard let name = scopes.first(where: { values[$0] != nil }) else { return [] }
        guard let texts = try values.textOrTexts(name) else { return [] }
        guard values[name]?.text != nil else { return Set(texts) }
        return Set(texts.flatMap { $0.split(separator: " ").map(String.init) })
    }

    private func byTenant(_ value: JSONValue?) throws(TokenFault) -> [String: Set<String>] {
        guard let value else { return [:] }
        guard case .object(let members) = value else { throw .malformed }
        var roles: [String: Set<String>] = [:]
        for name in members.keys { roles[name] = Set(try members.textOrTexts(name) ?? []) }
        return roles
    }
}
