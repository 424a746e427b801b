import CharterRuntime

extension APIDescription {
    /// A small API with every sort of key, and of caller.
    static func keys(_ change: (inout APIDescription) -> Void = { _ in }) -> APIDescription {
        var api = APIDescription(
            name: "Keys",
            title: "Keys",
            version: "1.0.0",
            servers: [Server(name: "production", url: "https://keys.example/v1")],
            credentials: [
                Credential(
                    name: "apiKey",
                    place: .header("X-API-Key"),
                    fallbackPlaces: [.query("api_key"), .basic(.user, other: .any)],
                    kinds: [
                        KeyKind(name: "publishable", prefix: "pk_", use: .anywhere, holds: .only(["READ"])),
                        KeyKind(name: "secret", prefix: "sk_", use: .serverOnly, holds: .all),
                    ],
                    roles: ["clerk"],
                    challenge: "ApiKey"
                ),
                Credential(name: "person", place: .scheme("Bearer", header: "Authorization"), form: .jwt, holds: .all),
            ],
            scopes: [Scope(name: "READ", about: "Read"), Scope(name: "WRITE", about: "Write")],
            roles: [Role(name: "clerk", about: "Clerk"), Role(name: "owner", about: "Owner")],
            limits: [Limit(name: "rate", allow: 10, window: .sliding(seconds: 1), partition: .key, kind: .throttle, override: "perSecond")],
            errors: .problem,
            endpoints: [
                .keys("ping", .get, "/ping"),
                .keys("listThings", .get, "/things", auth: .one("apiKey"), scope: "READ", kinds: ["publishable", "secret"]),
                .keys("createThing", .post, "/things", auth: .one("apiKey"), scope: "WRITE", kinds: ["secret"]),
            ],
            types: [:]
        )
        change(&api)
        return api
    }

    /// The same with another kind of key beside the two.
    static func keys(with kind: KeyKind) -> APIDescription {
        keys { $0.credentials[0].kinds.append(kind) }
    }
}

extension APIDescription.Endpoint {
    static func keys(
        _ id: String,
        _ method: APIDescription.Method,
        _ path: APIDescription.PathTemplate,
        auth: APIDescription.Requirement = .none,
        scope: String? = nil,
        kinds: [String] = [],
        _ change: (inout APIDescription.Endpoint) -> Void = { _ in }
    ) -> APIDescription.Endpoint {
        var endpoint = APIDescription.Endpoint(
            id: id,
            method: method,
            path: path,
            summary: id,
            auth: auth,
            scope: scope.map(APIDescription.Requirement.one) ?? .none,
            keyKinds: kinds,
            success: .init(status: 200, body: .any)
        )
        change(&endpoint)
        return endpoint
    }
}
