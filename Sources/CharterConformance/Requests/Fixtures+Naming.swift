import CharterRuntime

extension Fixtures {
    /// The fixtures with each credential of the kind that the contract names, also where they say only that it is a bearer's.
    func named(as api: APIDescription) -> Fixtures {
        let known = Set(api.credentials.flatMap { [$0.name] + $0.kinds.map(\.name) })
        guard !known.contains(Self.tokenKind) else { return self }
        var fixtures = self
        for index in credentials.indices where credentials[index].kind == Self.tokenKind {
            fixtures.credentials[index].kind = api.kind(of: credentials[index]) ?? Self.tokenKind
        }
        return fixtures
    }
}

extension APIDescription {
    /// The kind of the key that an entry presents, or the name of the credential where that has no kinds; nil for what no credential is.
    fileprivate func kind(of entry: Fixtures.Credential) -> String? {
        for credential in credentials {
            guard let text = credential.text(in: entry) else { continue }
            if credential.kinds.isEmpty { return credential.name }
            if let kind = credential.kinds.first(where: { text.hasPrefix($0.prefix) }) { return kind.name }
        }
        return nil
    }
}
