import CharterRuntime

extension Credential {
    /// - Parameter contract: where its roles and the title of the API stand.
    func resolved(in contract: Contract) -> ResolvedCredential {
        ResolvedCredential(
            name: name.value,
            place: place.value.resolved,
            fallbackPlaces: fallbackPlaces.map(\.value.resolved),
            duplicates: twice.value == .reject ? .reject : .first,
            isToken: isToken,
            challenge: challenge.map(\.value.value) ?? place.value.challenge(realm: contract.realm),
            about: about,
            kinds: kinds.map(\.resolved),
            holds: holds.value.resolved,
            use: use?.value,
            roles: roles.map { contract.roles(in: $0.value) } ?? [],
            limits: limits.map(\.value)
        )
    }
}

extension CredentialPlace {
    fileprivate var resolved: APIDescription.Credential.Place {
        switch self {
        case .header(let name): .header(name)
        case .scheme(let scheme, let header): .scheme(scheme, header: header)
        case .query(let name): .query(name)
        case .basic(let part, let other): .basic(part == .user ? .user : .password, other: other == .any ? .any : .empty)
        }
    }

    /// What a 401 asks for where the contract does not say it (RFC 9110 §11.6.1).
    fileprivate func challenge(realm: String) -> String {
        switch self {
        case .header, .query: "ApiKey realm=\(realm)"
        case .scheme(let scheme, _): "\(scheme) realm=\(realm)"
        case .basic: "Basic realm=\(realm)"
        }
    }
}

extension KeyKind {
    fileprivate var resolved: ResolvedKeyKind {
        ResolvedKeyKind(
            name: name.value,
            prefix: prefix.value,
            form: form?.value,
            use: use.value,
            holds: holds.value.resolved,
            limits: limits.map(\.value),
            environment: environment?.value,
            opensEveryTenant: opensEveryTenant.value,
            about: about
        )
    }
}

extension ScopeSet {
    var resolved: ScopeNames {
        switch self {
        case .all: .all
        case .only(let names): .only(names.map(\.value))
        }
    }
}

extension Contract {
    /// The title as a `quoted-string` (RFC 9110 §5.6.4), or the name where a header field cannot hold it.
    fileprivate var realm: String {
        let text = title.value.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) } ? title.value : api.value
        return "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
    }

    /// The roles of a set, in the order in which they are declared.
    fileprivate func roles(in set: ScopeSet) -> [String] {
        let names = set.resolved
        return roles.map(\.name.value).filter { names.contains($0) }
    }
}

extension ScopeNames {
    /// Whether a name, or a wildcard that it begins like, is in the set.
    package func contains(_ name: String) -> Bool {
        switch self {
        case .all: true
        case .only(let names): names.contains { APIDescription.ScopeSet.matches($0, name) }
        }
    }
}

extension Tenancy {
    func resolved(type: Schema?) -> ResolvedTenancy {
        ResolvedTenancy(
            name: name.value,
            place: placesByCredential.isEmpty ? place.value.resolved : .credential,
            placesByCredential: placesByCredential.map { ($0.credential.value, $0.place.value.resolved) },
            foreignStatus: foreignStatus.value,
            suspendedStatus: suspendedStatus?.value,
            type: type
        )
    }
}

extension TenantPlace {
    fileprivate var resolved: APIDescription.Tenancy.Place {
        switch self {
        case .credential: .credential
        case .path(let name): .path(name)
        case .header(let name): .header(name)
        case .query(let name): .query(name)
        }
    }
}
