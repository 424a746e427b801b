extension Fixtures {
    /// The kind of tokens in the file, where the API has one credential with tokens; several are told apart by their names.
    package static let tokenKind = "bearer"

    /// The same fixtures with each entry of that kind under what the contract calls it, by which checks look for it, also where others wrote them.
    package func namingTokens(of api: APIDescription) -> Fixtures {
        guard !api.kindNames.contains(Self.tokenKind) else { return self }
        var named = self
        for index in credentials.indices where credentials[index].kind == Self.tokenKind {
            named.credentials[index].kind = api.kind(of: credentials[index]) ?? api.onlyTokenCredential?.name ?? Self.tokenKind
        }
        return named
    }
}

extension APIDescription {
    /// What fixtures call what callers present: the kind of the key, or what its credential is where that has no kinds.
    package func fixtureKind(of credential: Credential, _ kind: KeyKind? = nil) -> String {
        if let kind { return kind.name }
        return credential == onlyTokenCredential ? Fixtures.tokenKind : credential.name
    }

    /// The credential with tokens; nil where there are several or none, or where keys have the name that its tokens would.
    fileprivate var onlyTokenCredential: Credential? {
        let withTokens = credentials.filter { $0.form == .jwt }
        guard withTokens.count == 1, let credential = withTokens.first else { return nil }
        return names(of: credentials.filter { $0 != credential }).contains(Fixtures.tokenKind) ? nil : credential
    }

    /// The names that entries of fixtures may have as their kinds.
    fileprivate var kindNames: [String] { names(of: credentials) }

    private func names(of credentials: [Credential]) -> [String] {
        credentials.flatMap { [$0.name] + $0.kinds.map(\.name) }
    }

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
