import CharterRuntime
import HTTPTypes

/// A small API that has each convention once.
enum Calendar {
    static let listEvents = endpoint("listEvents", .get, "/communities/:tag/events", scope: "READ", kinds: ["publishable", "secret"])
    static let getEvent = endpoint("getEvent", .get, "/communities/:tag/events/:slug", scope: "READ", kinds: ["publishable", "secret"])
    static let addEvent = endpoint("addEvent", .post, "/communities/:tag/events", scope: "WRITE", kinds: ["secret"], status: 201)
    static let dropEvent = endpoint("dropEvent", .delete, "/communities/:tag/events/:slug", scope: "WRITE", kinds: ["secret"], status: 204)
    static let search = endpoint("search", .get, "/search", scope: nil, kinds: ["publishable", "secret"])
    static let status = endpoint("status", .get, "/status", scope: nil, kinds: [])

    static let paging = APIDescription.Paging(
        name: "byOffset",
        pageSize: .init(parameter: "limit", defaultValue: 3, minimum: 1, maximum: 4, below: .reject, above: .clamp),
        position: .offset(parameter: "offset"),
        members: .init(items: "data", total: "total", hasMore: "hasMore", pageSize: "limit", offset: "offset")
    )

    private static func endpoint(
        _ id: String,
        _ method: APIDescription.Method,
        _ path: APIDescription.PathTemplate,
        scope: String?,
        kinds: [String],
        status: Int = 200
    ) -> APIDescription.Endpoint {
        var parameters: [APIDescription.Parameter] = []
        for case .parameter(let name) in path.segments { parameters.append(.init(name: name, schema: .string(), isRequired: true)) }
        return APIDescription.Endpoint(
            id: id,
            method: method,
            path: path,
            summary: id,
            auth: kinds.isEmpty ? .none : .one("apiKey"),
            scope: scope.map { .one($0) } ?? .none,
            keyKinds: kinds,
            tenancy: path.segments.contains(.parameter("tag")) ? .tenant : .none,
            paging: id == "listEvents" ? paging : nil,
            pathParameters: parameters,
            queryParameters: id == "search"
                ? [
                    .init(name: "since", schema: .string(format: .date), isRequired: true),
                    .init(name: "words", schema: .string(), isRequired: false),
                ] : [],
            requestBody: method == .post ? .init(schema: .named("Event"), example: #"{"slug":"new","title":"It's new"}"#) : nil,
            success: .init(status: status, body: status == 204 ? nil : .named("Event"))
        )
    }
}

extension APIDescription {
    static let calendar = APIDescription(
        name: "Calendar",
        title: "Calendar API",
        version: "1.0.0",
        servers: [.init(name: "production", url: "https://calendar.example/v1")],
        credentials: [
            .init(
                name: "apiKey",
                place: .header("X-API-Key"),
                kinds: [
                    .init(name: "publishable", prefix: "pk_", use: .anywhere, holds: .only(["READ"]), limits: []),
                    .init(name: "secret", prefix: "sk_", use: .serverOnly, holds: .all, limits: []),
                ],
                challenge: "ApiKey"
            )
        ],
        scopes: [
            .init(name: "READ", about: "Read"), .init(name: "WRITE", about: "Write"), .init(name: "AUDIT", about: "Audit"),
            .init(name: "ADMIN", about: "All", grants: .all),
        ],
        limits: [],
        tenancy: .init(name: "community", place: .path("tag"), foreignStatus: 403),
        errors: .problem,
        endpoints: [
            Calendar.listEvents, Calendar.getEvent, Calendar.addEvent, Calendar.dropEvent, Calendar.search, Calendar.status,
        ],
        types: ["Event": .object([.init("slug", .string(format: .slug)), .init("title", .string(length: .init(1, 40)))])]
    )
}

extension Fixtures {
    static let calendar = Fixtures(
        baseURL: "http://localhost:8080/v1",
        tenants: ["oslo", "rome"],
        credentials: [
            key("oslo", "publishable", "READ"), key("oslo", "secret", "READ"), key("oslo", "secret", "WRITE"),
            key("oslo", "secret", "AUDIT"), key("oslo", "secret", "ADMIN"), key("rome", "secret", "ADMIN"),
        ],
        parameters: [
            "oslo": [
                "listEvents": ["tag": "oslo"], "getEvent": ["tag": "oslo", "slug": "e1"], "addEvent": ["tag": "oslo"],
                "dropEvent": ["tag": "oslo", "slug": "e1"],
            ]
        ]
    )

    private static func key(_ tenant: String, _ kind: String, _ scope: String) -> Credential {
        let prefix = kind == "secret" ? "sk_" : "pk_"
        return Credential(tenant: tenant, kind: kind, scopes: [scope], headers: ["X-API-Key": "\(prefix)\(tenant)_\(scope.lowercased())"])
    }
}
