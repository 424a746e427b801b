import CharterRuntime

extension APIClient {
    /// The keys that an endpoint is shown: the first of its alternatives for which the client has all; none where it lets anyone in.
    ///
    /// - Throws: ``UnsendableRequest/missingKey(credential:)``, ``UnsendableRequest/missingKeys(_:)``
    func keysToPresent(
        to endpoint: APIDescription.Endpoint
    ) throws(UnsendableRequest) -> [(credential: APIDescription.Credential, key: any APIKey)] {
        let alternatives = endpoint.auth.alternatives
        for names in alternatives where !names.isEmpty {
            let keys = names.compactMap { name in
                api.credential(named: name).flatMap { credential in key(for: endpoint, of: name).map { (credential, $0) } }
            }
            if keys.count == names.count { return keys }
        }
        if endpoint.auth.isOpen { return [] }
        if let names = alternatives.first, alternatives.count == 1, names.count == 1 { throw .missingKey(credential: names[0]) }
        throw .missingKeys(alternatives)
    }

    /// A key of that credential, of a kind that may call the endpoint if there is one.
    private func key(for endpoint: APIDescription.Endpoint, of credential: String) -> (any APIKey)? {
        let candidates = keys.filter { type(of: $0).credential == credential }
        return candidates.first { endpoint.keyKinds.contains(type(of: $0).kind) } ?? candidates.first
    }
}
