import CharterRuntime
import HTTPTypes

extension APIDescription {
    /// An API at whose endpoints every convention can be broken.
    static func everything(_ change: (inout APIDescription) -> Void = { _ in }) -> APIDescription {
        var api = APIDescription(
            name: "Closed",
            title: "Closed",
            version: "1",
            servers: [Server(name: "production", url: "https://closed.example/v1", environment: "live")],
            credentials: [
                Credential(
                    name: "key",
                    place: .header("X-Key"),
                    kinds: [
                        KeyKind(name: "publishable", prefix: "pk_", use: .anywhere, holds: .all),
                        KeyKind(name: "secret", prefix: "sk_", use: .serverOnly, holds: .all),
                        KeyKind(name: "trial", prefix: "tk_", use: .serverOnly, holds: .all, environment: "test"),
                    ],
                    roles: ["owner", "guest"]
                )
            ],
            scopes: [Scope(name: "WRITE", about: "Write.")],
            roles: [Role(name: "owner", about: "Owns."), Role(name: "guest", about: "Looks.")],
            limits: [
                Limit(name: "calls", allow: 1, window: .sliding(seconds: 60), partition: .everyone, kind: .throttle, countsAnonymous: true),
                Limit(name: "days", allow: 1, window: .calendar(.day), partition: .everyone, kind: .quota, countsAnonymous: true),
            ],
            tenancy: Tenancy(name: "shop", place: .header("X-Shop"), foreignStatus: 403, suspendedStatus: 403),
            requests: RequestRules(bodySize: 100, seconds: 30, methodOverride: "X-Method"),
            versioning: Versioning(header: "X-Version", current: "2", missing: .reject),
            errors: .problem,
            endpoints: [
                .list, .write, .plain("gone", "/things/:id"), .plain("missing"), .plain("broken"), .plain("slow"), .plain("refused"),
                .plain("throttled") { $0.limits = ["calls"] }, .plain("metered") { $0.limits = ["days"] },
            ],
            types: [:]
        )
        api.describedAt = "/openapi.json"
        change(&api)
        return api
    }
}

extension APIDescription.Endpoint {
    fileprivate static var list: APIDescription.Endpoint {
        .plain("list") {
            ($0.auth, $0.keyKinds, $0.tenancy) = (.one("key"), ["publishable", "secret"], .tenant)
            $0.queryParameters = [.init(name: "q", schema: .string(length: .init(1, 5)), isRequired: false)]
            $0.paging = APIDescription.Paging(
                name: "byCursor",
                pageSize: .init(parameter: "size", defaultValue: 2, minimum: 1, maximum: 9, below: .reject, above: .reject),
                position: .cursor(parameter: "cursor", boundTo: [], lifetime: nil),
                members: .init(items: "items", next: "next")
            )
        }
    }

    fileprivate static var write: APIDescription.Endpoint {
        .plain("write") {
            $0.method = .post
            ($0.auth, $0.keyKinds, $0.scope, $0.roles, $0.tenancy) = (.one("key"), ["secret"], .one("WRITE"), ["owner"], .tenant)
            $0.idempotency = .init(
                name: "once",
                place: .header("Once"),
                form: .string(length: .init(1, 40)),
                isRequired: true,
                retention: 3_600,
                scope: [.tenant],
                comparesPayload: true,
                remembers: .successes
            )
            $0.requestBody = .init(schema: .object([.init("text", .string())]), example: "{}")
        }
    }

    fileprivate static func plain(
        _ id: String,
        _ path: APIDescription.PathTemplate? = nil,
        _ change: (inout APIDescription.Endpoint) -> Void = { _ in }
    ) -> APIDescription.Endpoint {
        var endpoint = APIDescription.Endpoint(
            id: id,
            method: .get,
            path: path ?? .init("/\(id)"),
            summary: id,
            success: .init(status: 200, body: .any)
        )
        if path != nil { endpoint.pathParameters = [.init(name: "id", schema: .integer())] }
        change(&endpoint)
        return endpoint
    }
}
