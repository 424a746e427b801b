import CharterRuntime

extension ResolvedAPI {
    /// What servers, clients and checks need to know of the API, as the value that they read.
    package var description: APIDescription {
        APIDescription(
            name: name,
            title: title,
            version: version,
            revision: revision,
            promise: promise == .additiveOnly ? .additiveOnly : .none,
            additions: conventions.additions,
            servers: servers.map { APIDescription.Server(name: $0.name, url: $0.url, environment: $0.environment) },
            describedAt: conventions.describedAt,
            credentials: credentials.map(\.description),
            scopes: scopes.map { APIDescription.Scope(name: $0.name, about: $0.about, grants: $0.grants.description) },
            roles: roles.map { APIDescription.Role(name: $0.name, about: $0.about, grants: $0.grants.description) },
            plans: conventions.plans.map(\.name),
            limits: limits.map(\.description),
            limitHeaders: conventions.limitHeaders,
            tenancy: tenancy?.description,
            requests: conventions.requests,
            json: conventions.json,
            responseHeaders: Dictionary(conventions.responseHeaders.map { ($0.name, $0.value) }) { first, _ in first },
            versioning: conventions.versioning,
            errors: errors,
            endpoints: endpoints.map(\.description),
            types: Dictionary(types.map { ($0.name, $0.schema.description) }) { first, _ in first }
        )
    }
}
