import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// What a request may do that has several credentials at once.
@Suite("Several credentials")
struct SeveralCredentialTests {
    private static let credentials = [
        APIDescription.Credential(
            name: "app",
            place: .header("X-App"),
            kinds: [
                .init(name: "global", prefix: "g_", use: .serverOnly, holds: .all, opensEveryTenant: true),
                .init(name: "local", prefix: "l_", use: .serverOnly, holds: .all),
            ]
        ),
        APIDescription.Credential(
            name: "key",
            place: .header("X-Key"),
            kinds: [
                .init(name: "secret", prefix: "sk_", use: .serverOnly, holds: .all),
                .init(name: "public", prefix: "pk_", use: .anywhere, holds: .all),
                .init(name: "platform", prefix: "pl_", use: .serverOnly, holds: .all, opensEveryTenant: true),
            ]
        ),
        APIDescription.Credential(
            name: "person",
            place: .scheme("Bearer", header: "Authorization"),
            form: .jwt,
            holds: .all,
            roles: ["owner", "member"]
        ),
        APIDescription.Credential(name: "session", place: .scheme("Bearer", header: "Authorization"), holds: .all),
    ]

    private func server(_ auth: APIDescription.Requirement, _ tenancy: APIDescription.Tenancy? = nil) throws -> SmallServer {
        let endpoint = APIDescription.Endpoint.get {
            ($0.auth, $0.keyKinds) = (auth, ["global", "local", "secret", "platform"])
            $0.tenancy = tenancy == nil ? .none : .tenant
        }
        let server = SmallServer(
            .small([endpoint]) {
                $0.credentials = Self.credentials
                $0.tenancy = tenancy
            }
        )
        for (text, kind, tenant) in [
            ("g_1", "global", nil), ("l_1", "local", "a"), ("l_0", "local", nil), ("sk_1", "secret", "a"), ("sk_2", "secret", "b"),
            ("pk_1", "public", "a"), ("pl_1", "platform", nil),
        ] {
            try server.keys.add(text, id: text, kind: kind, scopes: [], tenant: tenant)
        }
        try server.keys.add("opaque", id: "opaque", kind: nil, credential: "session", scopes: [], tenant: nil)
        server.tokens.add("a.b.c", for: Caller(keyID: nil, kind: nil, scopes: [], user: "ann", tenant: "a"))
        server.tokens.refuse("e.e.e", for: .expired)
        return server
    }

    private func fields(_ app: String?, _ key: String? = nil, _ token: String? = nil) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in [("X-App", app), ("X-Key", key), ("Authorization", token.map { "Bearer \($0)" })] {
            if let value { fields.append(contentsOf: HTTPFields.of((name, value))) }
        }
        return fields
    }

    @Test(
        "are all asked for where a request has none of them",
        arguments: [
            (.one("app"), "Send a credential in the header field 'X-App'."),
            (.any([["app"], ["key"]]), "Send a credential in the header field 'X-App', or in the header field 'X-Key'."),
            (.all(["app", "key"]), "Send a credential in the header field 'X-App' and one in the header field 'X-Key'."),
            (.any([["person"], ["session"]]), "Send a credential in the header field 'Authorization', behind the word 'Bearer'."),
        ] as [(APIDescription.Requirement, String)]
    )
    func missing(_ auth: APIDescription.Requirement, _ detail: String) async throws {
        let reply = try await server(auth).send(.get, "/things", fields(nil))
        #expect(reply.outcome == "401 credential-missing")
        #expect(reply.problem?.detail == detail)
    }

    @Test(
        "are judged by the alternative of most, and are all valid",
        arguments: [
            (["app"], ["app", "person"], "l_1", nil, "app"), (["app"], ["app", "person"], "l_1", "a.b.c", "ann"),
            (["app", "person"], ["app"], "l_1", "a.b.c", "ann"), (["app"], ["app", "person"], "l_1", "e.e.e", "401 credential-expired"),
            (["app"], ["app", "person"], "l_1", "x.x.x", "401 credential-unknown"),
            (["app"], ["app", "person"], "l_9", "a.b.c", "401 credential-unknown"),
            (["app"], ["app", "person"], nil, "a.b.c", "401 credential-missing"),
            (["app"], ["person"], "l_1", "a.b.c", "app"), (["person"], ["app"], "l_1", "a.b.c", "ann"),
        ] as [([String], [String], String?, String?, String)]
    )
    func alternatives(first: [String], second: [String], app: String?, token: String?, outcome: String) async throws {
        let reply = try await server(.any([first, second])).send(.get, "/things", fields(app, nil, token))
        #expect(reply.echo.map { $0.user ?? $0.credential } ?? reply.outcome == outcome)
    }

    @Test(
        "of one place are known by whichever takes the text",
        arguments: [("a.b.c", "person"), ("opaque", "session"), ("e.e.e", "401 credential-expired"), ("other", "401 credential-unknown")]
    )
    func onePlace(token: String, outcome: String) async throws {
        for auth: APIDescription.Requirement in [.any([["person"], ["session"]]), .any([["session"], ["person"]])] {
            let reply = try await server(auth).send(.get, "/things", fields(nil, nil, token))
            #expect(reply.echo?.credential ?? reply.outcome == outcome)
        }
    }

    @Test(
        "are each of a kind that may call",
        arguments: [("l_1", "sk_1", "200"), ("l_1", "pk_1", "403 key-kind-forbidden"), ("g_1", "pk_1", "403 key-kind-forbidden")]
    )
    func kinds(app: String, key: String, outcome: String) async throws {
        for auth: APIDescription.Requirement in [.all(["app", "key"]), .all(["key", "app"])] {
            #expect(try await server(auth).send(.get, "/things", fields(app, key)).outcome == outcome)
        }
    }

    @Test(
        "open every tenant only if each does",
        arguments: [
            ("g_1", "sk_1", "a", "a"), ("g_1", "sk_1", "b", "403 foreign-tenant"), ("g_1", "sk_2", "b", "b"),
            ("g_1", "pl_1", "b", "b"), ("l_1", "pl_1", "b", "403 foreign-tenant"), ("l_1", "pl_1", "a", "a"),
            ("l_1", "sk_2", "a", "403 foreign-tenant"), ("l_1", "sk_2", "b", "403 foreign-tenant"),
            ("l_0", "pl_1", "a", "403 foreign-tenant"),
        ] as [(String, String, String, String)]
    )
    func everyTenant(app: String, key: String, tenant: String, outcome: String) async throws {
        let tenancy = APIDescription.Tenancy(name: "shop", place: .header("X-Shop"), foreignStatus: 403)
        for auth: APIDescription.Requirement in [.all(["app", "key"]), .all(["key", "app"])] {
            var fields = fields(app, key)
            fields.append(contentsOf: HTTPFields.of(("X-Shop", tenant)))
            let reply = try await server(auth, tenancy).send(.get, "/things", fields)
            #expect(reply.echo?.tenant ?? reply.outcome == outcome)
        }
    }

    @Test(
        "of no tenant are strangers where the path names none",
        arguments: [("l_1", "a"), ("l_0", "403 foreign-tenant"), ("g_1", "200")]
    )
    func pathWithoutTenant(app: String, outcome: String) async throws {
        let tenancy = APIDescription.Tenancy(name: "shop", place: .path("shop"), foreignStatus: 403)
        let reply = try await server(.one("app"), tenancy).send(.get, "/things", fields(app))
        #expect(reply.echo?.tenant ?? reply.outcome == outcome)
    }
}
