import CharterRuntime

extension EndpointProbe {
    /// The credential that the endpoint asks for.
    func credential() throws(MissingFixture) -> APIDescription.Credential {
        guard let credential = endpoint.credential.flatMap(api.credential) else { throw MissingFixture("a described credential") }
        return credential
    }

    /// The first valid key of the first tenant that is as needed.
    ///
    /// - Parameter need: The need in words, in case no key meets it.
    func key(_ need: String, where isNeeded: (Fixtures.Credential) -> Bool) throws(MissingFixture) -> Fixtures.Credential {
        let tenant = try home()
        guard let key = try validKeys(of: tenant).first(where: isNeeded) else { throw MissingFixture("\(need) of \(tenant)") }
        return key
    }

    /// A key that may make the call: rather one that holds just the endpoint's scope than one that holds more.
    func sufficientKey(of tenant: String) throws(MissingFixture) -> Fixtures.Credential {
        let allowed = try validKeys(of: tenant).filter { key in
            endpoint.keyKinds.contains(key.kind) && (endpoint.scope.map { api.scopes(Set(key.scopes), satisfy: $0) } ?? true)
        }
        guard let key = allowed.first(where: { Set($0.scopes) == Set([endpoint.scope].compactMap(\.self)) }) ?? allowed.first else {
            throw MissingFixture("a valid key of \(tenant) that may call \(endpoint.id)")
        }
        return key
    }

    /// The length of the keys of a kind, if there is one to see it from.
    func keyLength(ofKind kind: APIDescription.KeyKind) -> Int? {
        let keys = fixtures.credentials.filter { $0.kind == kind.name }.flatMap(\.headers.values)
        return keys.first { $0.hasPrefix(kind.prefix) }?.count
    }

    private func validKeys(of tenant: String) throws(MissingFixture) -> [Fixtures.Credential] {
        let kinds = try credential().kinds.map(\.name)
        return fixtures.credentials.filter { $0.tenant == tenant && $0.state == .valid && kinds.contains($0.kind) }
    }
}
