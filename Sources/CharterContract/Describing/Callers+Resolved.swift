import CharterRuntime

extension ResolvedCredential {
    /// The credential as servers, clients and checks read it.
    var description: APIDescription.Credential {
        APIDescription.Credential(
            name: name,
            place: place,
            fallbackPlaces: fallbackPlaces,
            duplicates: duplicates,
            form: isToken ? .jwt : .key,
            kinds: kinds.map(\.description),
            holds: isToken ? holds.description : .only([]),
            use: isToken ? use?.description : nil,
            roles: roles,
            limits: limits,
            challenge: challenge
        )
    }
}

extension ResolvedKeyKind {
    fileprivate var description: APIDescription.KeyKind {
        APIDescription.KeyKind(
            name: name,
            prefix: prefix,
            form: form,
            use: use.description,
            holds: holds.description,
            limits: limits,
            environment: environment,
            opensEveryTenant: opensEveryTenant
        )
    }
}

extension KeyKind.Use {
    fileprivate var description: APIDescription.KeyKind.Use {
        switch self {
        case .anywhere: .anywhere
        case .serverOnly: .serverOnly
        }
    }
}

extension ScopeNames {
    var description: APIDescription.ScopeSet {
        switch self {
        case .all: .all
        case .only(let names): .only(names)
        }
    }
}

extension ResolvedTenancy {
    var description: APIDescription.Tenancy {
        APIDescription.Tenancy(
            name: name,
            place: place,
            placesByCredential: Dictionary(placesByCredential.map { ($0.credential, $0.place) }) { first, _ in first },
            foreignStatus: foreignStatus,
            suspendedStatus: suspendedStatus
        )
    }
}
