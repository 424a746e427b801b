import CharterRuntime

extension APIDescription {
    /// A small API whose endpoints differ in who may call them.
    static func watched(_ change: (inout APIDescription) -> Void = { _ in }) -> APIDescription {
        var api = APIDescription(
            name: "Watched",
            title: "Watched",
            version: "1.0.0",
            servers: [Server(name: "production", url: "https://watched.example/v1")],
            credentials: [
                Credential(
                    name: "apiKey",
                    place: .header("X-API-Key"),
                    fallbackPlaces: [.query("api_key")],
                    kinds: [
                        KeyKind(name: "publishable", prefix: "pk_", use: .anywhere, holds: .only(["READ"])),
                        KeyKind(name: "secret", prefix: "sk_", use: .serverOnly, holds: .all),
                    ],
                    challenge: "ApiKey"
                )
            ],
            scopes: [Scope(name: "READ", about: "Read"), Scope(name: "WRITE", about: "Write")],
            tenancy: Tenancy(name: "shop", place: .path("shop"), foreignStatus: 403),
            errors: .problem,
            endpoints: [
                .watched("ping", .get, "/ping"),
                .watched("listThings", .get, "/shops/:shop/things", scope: "READ", kinds: ["publishable", "secret"]),
                .watched("createThing", .post, "/shops/:shop/things", scope: "WRITE", kinds: ["secret"]) {
                    $0.requestBody = .init(schema: .any, example: "{}")
                    $0.failures = [.init(status: 409, code: "sold-out", when: "It is sold out.")]
                },
            ],
            types: [:]
        )
        change(&api)
        return api
    }
}

extension APIDescription.Endpoint {
    static func watched(
        _ id: String,
        _ method: APIDescription.Method,
        _ path: APIDescription.PathTemplate,
        scope: String? = nil,
        kinds: [String] = [],
        _ change: (inout APIDescription.Endpoint) -> Void = { _ in }
    ) -> APIDescription.Endpoint {
        var endpoint = APIDescription.Endpoint(
            id: id,
            method: method,
            path: path,
            summary: id,
            auth: scope == nil ? .none : .one("apiKey"),
            scope: scope.map(APIDescription.Requirement.one) ?? .none,
            keyKinds: kinds,
            tenancy: scope == nil ? .none : .tenant,
            success: .init(status: 200, body: .any)
        )
        change(&endpoint)
        return endpoint
    }
}
