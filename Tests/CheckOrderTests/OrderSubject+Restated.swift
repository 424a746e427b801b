import CharterRuntime

/// An API in which every check can fail at one endpoint, and which may state any order.
extension OrderSubject {
    static func restated(_ order: [Stage]) -> OrderSubject {
        OrderSubject(
            api: .restated(order),
            endpoint: "change",
            path: "/things",
            tenant: "a",
            callers: ["desk", "person"],
            fields: ["X-Shop": "a"],
            faults: Set(Stage.allCases),
            closedKinds: ["window", "person"],
            roles: ("owner", "guest"),
            brokenPath: "/things?size=x",
            body: #""name": "one""#,
            otherBody: #""name": "two""#,
            brokenBody: #""name": 1"#
        )
    }

    /// The usual order, one as unlike it as can be, and every order in which one check of the usual one stands one place further behind, where that can be.
    static let restatements: [OrderSubject] = {
        let usual = Stage.allCases
        let unlike: [Stage] = [
            .mediaType, .parameters, .size, .body, .credentials, .throttles, .tenant, .role, .scope, .kind, .quotas, .idempotency,
        ]
        let swapped = usual.indices.dropLast().compactMap { index -> [Stage]? in
            var order = usual
            order.swapAt(index, index + 1)
            return order.isPossible ? order : nil
        }
        return ([usual, unlike] + swapped).map(restated)
    }()
}

extension [APIDescription.RequestRules.Stage] {
    /// Whether the language takes the order: see *Requests* in its reference.
    fileprivate var isPossible: Bool {
        let needs: [(Element, [Element])] = [
            (.kind, [.credentials]), (.scope, [.credentials]), (.tenant, [.credentials]), (.role, [.credentials, .tenant]),
            (.throttles, [.credentials]), (.body, [.size, .mediaType]),
            (.idempotency, Element.allCases.filter { $0 != .quotas && $0 != .idempotency }),
            (.quotas, Element.allCases.filter { $0 != .quotas && $0 != .idempotency }),
        ]
        return needs.allSatisfy { stage, needed in
            needed.allSatisfy { (firstIndex(of: $0) ?? 0) < (firstIndex(of: stage) ?? 0) }
        }
    }
}

extension APIDescription {
    fileprivate static func restated(_ order: [RequestRules.Stage]) -> APIDescription {
        let endpoint = Endpoint(
            id: "change",
            method: .post,
            path: "/things",
            summary: "Change a thing",
            auth: .all(["app", "person"]),
            scope: .one("WRITE"),
            keyKinds: ["desk"],
            roles: ["owner"],
            tenancy: .tenant,
            limits: ["calls", "changes"],
            idempotency: .init(
                name: "once",
                place: .header("Once"),
                form: .string(length: .init(1, 40)),
                retention: 3_600,
                scope: [.tenant],
                comparesPayload: true,
                remembers: .successes
            ),
            queryParameters: [.init(name: "size", schema: .integer(), isRequired: false)],
            requestBody: .init(schema: .object([.init("name", .string(length: .init(1, 40)))]), example: "{}"),
            success: .init(status: 201, body: .any)
        )
        return APIDescription(
            name: "Restated",
            title: "Restated",
            version: "1",
            servers: [Server(name: "production", url: "https://restated.example/v1")],
            credentials: [
                Credential(
                    name: "app",
                    place: .header("X-App"),
                    kinds: [
                        .init(name: "desk", prefix: "desk_", use: .serverOnly, holds: .all),
                        // It could hold the scope: what refuses it is the kind alone.
                        .init(name: "window", prefix: "window_", use: .anywhere, holds: .all),
                    ]
                ),
                Credential(
                    name: "person",
                    place: .scheme("Bearer", header: "Authorization"),
                    form: .jwt,
                    holds: .only([]),
                    roles: ["owner", "guest"]
                ),
            ],
            scopes: [Scope(name: "WRITE", about: "Write.")],
            roles: [Role(name: "owner", about: "Owns."), Role(name: "guest", about: "Looks.")],
            limits: [
                Limit(name: "calls", allow: 1, window: .sliding(seconds: 60), partition: .user, kind: .throttle),
                Limit(name: "changes", allow: 1, window: .calendar(.day), partition: .tenant, kind: .quota, counts: .effects),
            ],
            limitHeaders: LimitHeaders(retryAfter: true),
            tenancy: Tenancy(name: "shop", place: .header("X-Shop"), foreignStatus: 403),
            requests: RequestRules(order: order),
            errors: .problem,
            endpoints: [endpoint],
            types: [:]
        )
    }
}
