package import CharterRuntime

extension ResolvedAPI {
    /// What servers, clients and checks need to know of the API, as the value that they read.
    package var description: APIDescription {
        APIDescription(
            name: name,
            title: title,
            version: version,
            promise: promise == .additiveOnly ? .additiveOnly : .none,
            servers: servers.map { APIDescription.Server(name: $0.name, url: $0.url) },
            credentials: credentials.map(\.description),
            scopes: scopes.map { APIDescription.Scope(name: $0.name, about: $0.about, grants: $0.grants.description) },
            limits: limits.map(\.description),
            tenancy: tenancy.map {
                APIDescription.Tenancy(name: $0.name, place: .path($0.parameter), foreignStatus: $0.foreignStatus)
            },
            errors: .problem,
            endpoints: endpoints.map(\.description),
            types: Dictionary(types.map { ($0.name, $0.schema.description) }) { first, _ in first }
        )
    }
}

extension ResolvedCredential {
    fileprivate var description: APIDescription.Credential {
        APIDescription.Credential(name: name, place: .header(header), kinds: kinds.map(\.description))
    }
}

extension ResolvedKeyKind {
    fileprivate var description: APIDescription.KeyKind {
        APIDescription.KeyKind(
            name: name,
            prefix: prefix,
            use: use == .serverOnly ? .serverOnly : .anywhere,
            holds: holds.description,
            limits: limits
        )
    }
}

extension ScopeNames {
    fileprivate var description: APIDescription.ScopeSet {
        switch self {
        case .all: .all
        case .only(let names): .only(names)
        }
    }
}

extension ResolvedLimit {
    fileprivate var description: APIDescription.Limit {
        APIDescription.Limit(
            name: name,
            allow: allow,
            window: .sliding(seconds: seconds),
            partition: partition == .key ? .key : .tenant,
            kind: kind == .quota ? .quota : .throttle
        )
    }
}
