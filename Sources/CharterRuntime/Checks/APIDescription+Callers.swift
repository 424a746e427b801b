extension APIDescription {
    /// The kinds of key that are valid on the first server, the one that fixtures stand for.
    package func validKinds(of credential: Credential) -> [KeyKind] {
        guard let environment = servers.first?.environment else { return credential.kinds }
        return credential.kinds.filter { $0.environment == nil || $0.environment == environment }
    }

    /// What the callers of an endpoint can be, in the order of its credentials: the kinds of key that may call, and credentials without kinds.
    package func callers(of endpoint: Endpoint) -> [CallerKind] {
        endpoint.auth.names.compactMap(credential).flatMap { credential in
            guard !credential.kinds.isEmpty else {
                return [CallerKind(name: credential.name, credential: credential.name, holds: credential.holds)]
            }
            return validKinds(of: credential).filter { endpoint.keyKinds.contains($0.name) }.map {
                CallerKind(name: $0.name, credential: credential.name, holds: $0.holds, opensEveryTenant: $0.opensEveryTenant)
            }
        }
    }

    /// Whether a caller with these roles has one of those needed; each role also has what its `grants:` name.
    package func roles(_ held: Set<String>, satisfyAnyOf needed: [String]) -> Bool {
        var pending = Array(held)
        var seen = held
        while let name = pending.popLast() {
            if needed.contains(name) { return true }
            guard let role = roles.first(where: { $0.name == name }) else { continue }
            for next in roles.map(\.name) where role.grants.contains(next) && seen.insert(next).inserted { pending.append(next) }
        }
        return false
    }
}

/// One sort of caller: the holders of a kind of key, or of a credential that has no kinds.
package struct CallerKind: Hashable, Sendable {
    /// The name by which fixtures say of an entry that it is of this sort.
    package var name: String
    /// The credential that such a caller presents.
    package var credential: String
    /// The scopes that such a caller can hold at most.
    package var holds: APIDescription.ScopeSet
    /// Whether such a caller belongs to no tenant and works on the data of all.
    package var opensEveryTenant = false
}
