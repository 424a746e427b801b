import CharterRuntime

extension APIClient {
    /// The keys that an endpoint is shown: the first of its alternatives for which the client has all, rather one whose keys may call;
    /// none where it lets anyone in.
    ///
    /// - Throws: ``UnsendableRequest/missingKey(credential:)``, ``UnsendableRequest/missingKeys(_:)``
    func keysToPresent(
        to endpoint: APIDescription.Endpoint
    ) throws(UnsendableRequest) -> [(credential: APIDescription.Credential, key: any APIKey)] {
        let alternatives = endpoint.auth.alternatives
        let held = alternatives.filter { !$0.isEmpty }.compactMap { names -> [(credential: APIDescription.Credential, key: any APIKey)]? in
            let keys = names.compactMap { name in
                api.credential(named: name).flatMap { credential in key(for: endpoint, of: name).map { (credential, $0) } }
            }
            return keys.count == names.count ? keys : nil
        }
        if let keys = held.first(where: { canHoldScope(of: endpoint, $0) }) ?? held.first { return keys }
        if endpoint.auth.isOpen { return [] }
        if let names = alternatives.first, alternatives.count == 1, names.count == 1 { throw .missingKey(credential: names[0]) }
        throw .missingKeys(alternatives)
    }

    /// Whether keys that are presented at once can hold between them what the endpoint asks for.
    private func canHoldScope(
        of endpoint: APIDescription.Endpoint,
        _ keys: [(credential: APIDescription.Credential, key: any APIKey)]
    ) -> Bool {
        let holdings = keys.map { credential, key in
            credential.kinds.first { $0.name == type(of: key).kind }?.holds ?? credential.holds
        }
        return endpoint.scope.alternatives.contains { names in
            names.allSatisfy { name in
                holdings.contains { holds in
                    switch holds {
                    case .all: true
                    case .only(let scopes): api.scopes(Set(scopes), satisfy: name)
                    }
                }
            }
        }
    }

    /// A key of that credential, of a kind that may call the endpoint if there is one.
    private func key(for endpoint: APIDescription.Endpoint, of credential: String) -> (any APIKey)? {
        let candidates = keys.filter { type(of: $0).credential == credential }
        return candidates.first { endpoint.keyKinds.contains(type(of: $0).kind) } ?? candidates.first
    }
}
