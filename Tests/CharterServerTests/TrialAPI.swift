import CharterRuntime
import HTTPTypes

extension APIDescription {
    /// A small API that has one of everything that a server enforces.
    static let trial = APIDescription(
        name: "Trial",
        title: "Trial \"API\"",
        version: "1.0.0",
        servers: [Server(name: "production", url: "https://api.trial.example/api/v1")],
        credentials: [
            Credential(
                name: "apiKey",
                place: .header("X-API-Key"),
                kinds: [
                    KeyKind(name: "publishable", prefix: "pk_live_", use: .anywhere, holds: .only(["READ"]), limits: []),
                    KeyKind(name: "secret", prefix: "sk_live_", use: .serverOnly, holds: .all, limits: []),
                ],
                challenge: #"ApiKey realm="Trial""#
            )
        ],
        scopes: [
            Scope(name: "READ", about: "Read"), Scope(name: "WRITE", about: "Write"),
            Scope(name: "ADMIN", about: "Everything", grants: .all),
        ],
        limits: [],
        tenancy: Tenancy(name: "community", place: .path("tag"), foreignStatus: 403),
        errors: .problem,
        endpoints: TrialEndpoints.all,
        types: [
            "Event": .object([
                Property("title", .string(length: .init(1, 10))),
                Property("startsAt", .string(format: .timestamp)),
                Property("tiers", .list(of: .named("Tier"), count: .init(0, 3)), isRequired: false),
            ]),
            "Tier": .object([Property("price", .integer(range: .init(0)))]),
        ]
    )
}

enum TrialEndpoints {
    static let all = [
        ping, fail, conflict, listEvents, getEvent, deleteEvent, listGuests, eventStats, publicSegment, changeSegment, createEvent,
    ]

    static let ping = endpoint("ping", .get, "/ping", scope: nil, kinds: nil, status: 204)
    static let fail = endpoint("fail", .get, "/fail", scope: nil, kinds: nil)
    static let conflict = {
        var conflict = endpoint("conflict", .post, "/communities/:tag/conflict", scope: "WRITE", kinds: ["secret"], takesBody: true)
        conflict.failures = [.init(status: 409, code: "segment-empty", when: "The segment has no members.")]
        return conflict
    }()
    static let listEvents = endpoint(
        "listEvents",
        .get,
        "/communities/:tag/events",
        query: [
            .init(name: "q", schema: .string(length: .init(1, 5)), isRequired: false),
            .init(name: "category", schema: .enumeration(["talk", "walk"], isOpen: true), isRequired: false),
            .init(name: "year", schema: .integer(range: .init(2000, 2100)), isRequired: false),
            .init(name: "near", schema: .number(), isRequired: false),
        ],
        paging: .trial(above: .reject)
    )
    static let getEvent = endpoint("getEvent", .get, "/communities/:tag/events/:slug")
    static let deleteEvent = endpoint("deleteEvent", .delete, "/communities/:tag/events/:id", scope: "WRITE", status: 204)
    static let listGuests = endpoint("listGuests", .get, "/communities/:tag/events/:id/guests", paging: .trial(above: .clamp))
    static let eventStats = endpoint("eventStats", .get, "/communities/:tag/events/public/stats")
    static let publicSegment = endpoint("publicSegment", .get, "/communities/:tag/segments/public")
    static let changeSegment = endpoint(
        "changeSegment",
        .patch,
        "/communities/:tag/segments/:id",
        scope: "ADMIN",
        kinds: ["secret"],
        takesBody: true
    )
    static let createEvent = endpoint(
        "createEvent",
        .post,
        "/communities/:tag/events",
        scope: "WRITE",
        kinds: ["secret"],
        takesBody: true,
        status: 201
    )

    static func endpoint(
        _ id: String,
        _ method: APIDescription.Method,
        _ path: APIDescription.PathTemplate,
        scope: String? = "READ",
        kinds: [String]? = ["publishable", "secret"],
        query: [APIDescription.Parameter] = [],
        paging: APIDescription.Paging? = nil,
        takesBody: Bool = false,
        status: Int = 200
    ) -> APIDescription.Endpoint {
        let names: [String] = path.segments.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
        return APIDescription.Endpoint(
            id: id,
            method: method,
            path: path,
            summary: id,
            auth: kinds == nil ? .none : .one("apiKey"),
            scope: scope.map(APIDescription.Requirement.one) ?? .none,
            keyKinds: kinds ?? [],
            tenancy: names.contains("tag") ? .tenant : .none,
            paging: paging,
            pathParameters: names.map { .init(name: $0, schema: .string(length: .init(1, 20)), isRequired: true) },
            queryParameters: query,
            requestBody: takesBody ? .init(schema: .named("Event"), example: "{}") : nil,
            success: .init(status: status, body: nil)
        )
    }
}

extension APIDescription.Paging {
    static func trial(above: OutOfRange) -> APIDescription.Paging {
        APIDescription.Paging(
            name: "byOffset",
            pageSize: .init(
                parameter: "limit",
                defaultValue: 20,
                minimum: 1,
                maximum: 100,
                below: above == .clamp ? .clamp : .reject,
                above: above
            ),
            position: .offset(parameter: "offset"),
            members: above == .clamp
                ? .init(items: "guests")
                : .init(items: "items", total: "count", hasMore: "more", pageSize: "limit", offset: "from")
        )
    }
}
