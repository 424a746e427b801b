import CharterRuntime

/// A small API with several credentials, roles, tenants in headers and errors of its own form.
enum Shop {
    static let listOrders = APIDescription.Endpoint(
        id: "listOrders",
        method: .get,
        path: "/orders",
        summary: "Lists orders",
        auth: .any([["service"], ["person"]]),
        scope: .one("READ"),
        keyKinds: ["live"],
        roles: ["staff"],
        tenancy: .tenant,
        headerParameters: [.init(name: "X-Region", schema: .enumeration(["north", "south"]), isRequired: true)],
        success: .init(status: 200, otherStatuses: [206], body: .list(of: .named("Order"))),
        envelope: .init(single: "data", list: "list", extras: ["meta.request": .requestID])
    )
    static let transfer = APIDescription.Endpoint(
        id: "transfer",
        method: .post,
        path: "/transfers",
        summary: "Transfers money",
        auth: .all(["service", "person"]),
        keyKinds: ["live"],
        idempotency: .init(
            name: "byKey",
            place: .field("key"),
            form: .string(length: .init(1, 60)),
            isRequired: true,
            scope: [.tenant],
            remembers: .all
        ),
        requestBody: .init(schema: .object([.init("amount", .decimal(places: 2))]), example: #"{"amount":"12.50"}"#),
        success: .init(status: 201, body: .named("Order"), location: "/transfers/:id"),
        envelope: .init(single: "data", request: "order")
    )
    static let look = APIDescription.Endpoint(
        id: "look",
        method: .get,
        path: "/look",
        summary: "Looks around",
        auth: .any([["person"], []]),
        success: .init(status: 200, body: .named("Order"))
    )
    static let report = APIDescription.Endpoint(
        id: "report",
        method: .get,
        path: "/reports/:id",
        summary: "Reads a report",
        auth: .one("legacy"),
        keyKinds: ["old"],
        tenancy: .tenant,
        pathParameters: [.init(name: "id", schema: .string(format: .uuid), isRequired: true)],
        success: .init(status: 200, body: .named("Order"))
    )

    static let api = APIDescription(
        name: "Shop",
        title: "Shop API",
        version: "1.0.0",
        servers: [.init(name: "production", url: "https://shop.example/v1", environment: "live")],
        credentials: [
            .init(
                name: "service",
                place: .query("api_key"),
                kinds: [
                    .init(name: "live", prefix: "sv_", form: "[0-9a-f]{8}", use: .serverOnly, holds: .all, environment: "live"),
                    .init(name: "trial", prefix: "tr_", form: "[0-9a-f]{8}", use: .serverOnly, holds: .all, environment: "test"),
                ]
            ),
            .init(
                name: "person",
                place: .scheme("Bearer", header: "Authorization"),
                form: .jwt,
                holds: .only(["READ"]),
                roles: ["owner", "staff", "guest"],
                challenge: "Bearer"
            ),
            .init(
                name: "legacy",
                place: .basic(.user, other: .empty),
                kinds: [.init(name: "old", prefix: "old_", use: .serverOnly, holds: .all)],
                challenge: "Basic"
            ),
        ],
        scopes: [.init(name: "READ", about: "Read"), .init(name: "WRITE", about: "Write")],
        roles: [
            .init(name: "owner", about: "All", grants: .all), .init(name: "staff", about: "Work"), .init(name: "guest", about: "Look"),
        ],
        tenancy: .init(name: "shop", place: .credential, placesByCredential: ["person": .header("X-Shop")], foreignStatus: 404),
        json: .init(timestamps: .milliseconds),
        versioning: .init(header: "X-Version", current: "2026-05-01", missing: .reject),
        errors: .init(
            mediaType: "application/json",
            body: .object([
                .init("ok", .text("no")),
                .init("error", .object([.init("code", .code), .init("text", .message), .init("wait", .retryAfter, isRequired: false)])),
                .init("at", .time), .init("method", .method), .init("path", .path),
            ]),
            faults: [
                .init(kind: .insufficientRole, status: 405, code: "ROLE"), .init(kind: .credentialMissing, code: "NO_AUTH"),
                .init(kind: .tenantMissing, status: 422),
            ]
        ),
        endpoints: [listOrders, transfer, look, report],
        types: [
            "Order": .object([
                .init("id", .constant("o1")), .init("labels", .map(of: .string())), .init("price", .decimal(places: 2)),
                .init("payment", .union(by: "type", [.init(tag: "card", schema: card)])),
                .init("history", .list(of: .object([.init("at", .string(format: .timestamp))]))),
            ])
        ]
    )

    private static let card = APIDescription.Schema.object([.init("digits", .string(length: .init(4, 4)))])

    static let fixtures = Fixtures(
        baseURL: "http://localhost:8080/v1",
        tenants: ["oslo", "rome"],
        credentials: [
            service("READ", "sv_0a1b2c31"), service("WRITE", "sv_0a1b2c32"), person("oslo", "guest"), person("oslo", "staff"),
            person("oslo", "owner"), person("rome", "owner"), legacy("oslo", "b2xkX29zbG86"), legacy("rome", "b2xkX3JvbWU6"),
        ],
        parameters: ["oslo": ["report": ["id": "8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d"]]]
    )

    private static func service(_ scope: String, _ key: String) -> Fixtures.Credential {
        .init(tenant: "oslo", kind: "live", scopes: [scope], headers: [:], query: ["api_key": key])
    }

    private static func person(_ tenant: String, _ role: String) -> Fixtures.Credential {
        .init(
            tenant: tenant,
            kind: "person",
            scopes: ["READ"],
            roles: [role],
            headers: ["authorization": "Bearer \(tenant).\(role).signed"]
        )
    }

    private static func legacy(_ tenant: String, _ pair: String) -> Fixtures.Credential {
        .init(tenant: tenant, kind: "old", scopes: [], headers: ["Authorization": "Basic \(pair)"])
    }
}
