extension Fixtures {
    /// The kind of tokens in the file, where the API has one credential with tokens; several are told apart by their names.
    package static let tokenKind = "bearer"

    /// The same fixtures with each token under the name of its credential, by which checks look for it.
    package func namingTokens(of api: APIDescription) -> Fixtures {
        guard let credential = api.onlyTokenCredential else { return self }
        var named = self
        for index in credentials.indices where credentials[index].kind == Self.tokenKind {
            named.credentials[index].kind = credential.name
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
        let others = credentials.filter { $0 != credential }.flatMap { [$0.name] + $0.kinds.map(\.name) }
        return others.contains(Fixtures.tokenKind) ? nil : credential
    }
}
