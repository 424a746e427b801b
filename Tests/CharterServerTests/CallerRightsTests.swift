import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// Scopes, roles and tenants, as credentials of different kinds have them.
@Suite("Rights")
struct CallerRightsTests {
    private static let credentials = [
        APIDescription.Credential(name: "key", place: .header("X-Key"), holds: .only(["orders:*", "admin"])),
        APIDescription.Credential(
            name: "person",
            place: .scheme("Bearer", header: "Authorization"),
            form: .jwt,
            holds: .all,
            roles: ["owner", "editor", "reader"]
        ),
        APIDescription.Credential(
            name: "kind",
            place: .header("X-Kind"),
            kinds: [.init(name: "global", prefix: "g_", use: .serverOnly, holds: .all, opensEveryTenant: true)]
        ),
    ]

    private func server(_ endpoint: APIDescription.Endpoint, tenancy: APIDescription.Tenancy? = nil) -> SmallServer {
        SmallServer(
            .small([endpoint]) {
                $0.credentials = Self.credentials
                $0.tenancy = tenancy
                $0.scopes = ["orders:read", "orders:write", "users:read", "admin"].map { name in
                    .init(name: name, about: name, grants: name == "admin" ? .only(["users:*"]) : .only([]))
                }
                $0.roles = [
                    .init(name: "owner", about: "Owner", grants: .only(["editor"])),
                    .init(name: "editor", about: "Editor", grants: .only(["reader"])), .init(name: "reader", about: "Reader"),
                ]
            }
        )
    }

    @Test(
        "hold for scopes that a wildcard stands for, directly or through another scope",
        arguments: [
            (["orders:*"], .one("orders:read"), true), (["orders:*"], .one("users:read"), false),
            (["orders:*"], .all(["orders:read", "orders:write"]), true), (["orders:read"], .all(["orders:read", "orders:write"]), false),
            (["orders:read"], .any([["orders:read"], ["orders:write"]]), true), (["admin"], .one("users:read"), true),
            (["admin"], .one("orders:read"), false), ([], .any([["orders:read"], []]), true), ([], .none, true),
        ] as [(Set<String>, APIDescription.Requirement, Bool)]
    )
    func scopes(held: Set<String>, scope: APIDescription.Requirement, isGranted: Bool) async throws {
        let server = server(.get { ($0.auth, $0.scope) = (.one("key"), scope) })
        try server.keys.add("k", id: "k", kind: nil, credential: "key", scopes: held, tenant: nil)
        let reply = try await server.send(.get, "/things", .of(("X-Key", "k")))
        #expect(reply.outcome == (isGranted ? "200" : "403 insufficient-scope"))
    }

    @Test("of a key without kinds end where those of its credential do")
    func cap() throws {
        let server = server(.get { $0.auth = .one("key") })
        #expect(throws: InMemoryKeyStore.Fault.kindMissing(id: "k")) {
            try server.keys.add("k", id: "k", kind: nil, credential: "person", scopes: [], tenant: nil)
        }
        let api = APIDescription.small([]) {
            $0.credentials = [.init(name: "key", place: .header("X-Key"), holds: .only(["orders:*"]))]
            $0.scopes = [.init(name: "orders:read", about: ""), .init(name: "users:read", about: "")]
        }
        #expect(throws: InMemoryKeyStore.Fault.scopesAboveCap(["users:read"], kind: "key")) {
            try InMemoryKeyStore(api).add("k", id: "k", kind: nil, credential: "key", scopes: ["orders:read", "users:read"], tenant: nil)
        }
    }

    @Test(
        "include what a role grants, through others too",
        arguments: [
            (["editor"], ["editor"], "200"), (["owner"], ["editor"], "200"), (["owner"], ["reader"], "200"),
            (["reader"], ["editor"], "403 insufficient-role"), ([], ["editor"], "403 insufficient-role"),
            (["reader"], ["owner", "reader"], "200"), ([], [], "200"), (["janitor"], ["janitor"], "403 insufficient-role"),
        ] as [(Set<String>, [String], String)]
    )
    func roles(held: Set<String>, needed: [String], outcome: String) async throws {
        let server = server(.get { ($0.auth, $0.roles) = (.one("person"), needed) })
        server.tokens.add("a.b.c", for: Caller(keyID: nil, kind: nil, scopes: [], roles: held, tenant: nil))
        #expect(try await server.send(.get, "/things", .of(("Authorization", "Bearer a.b.c"))).outcome == outcome)
    }

    @Test("of keys know no roles")
    func rolesOfKeys() async throws {
        let server = server(.get { ($0.auth, $0.roles) = (.one("key"), ["owner"]) })
        try server.keys.add("k", id: "k", kind: nil, credential: "key", scopes: [], tenant: nil)
        #expect(try await server.send(.get, "/things", .of(("X-Key", "k"))).status == 200)
    }

    private static let tenancy = APIDescription.Tenancy(
        name: "shop",
        place: .credential,
        placesByCredential: ["person": .header("X-Shop"), "kind": .query("shop")],
        foreignStatus: 403
    )

    private func tenantServer(_ reach: APIDescription.Tenancy.Reach = .tenant, _ foreign: Int = 403) throws -> SmallServer {
        var tenancy = Self.tenancy
        tenancy.foreignStatus = foreign
        let endpoint = APIDescription.Endpoint.get {
            ($0.auth, $0.tenancy, $0.keyKinds) = (.any([["key"], ["person"], ["kind"], []]), reach, ["global"])
        }
        let server = server(endpoint, tenancy: tenancy)
        try server.keys.add("k", id: "k", kind: nil, credential: "key", scopes: [], tenant: "a")
        try server.keys.add("homeless", id: "h", kind: nil, credential: "key", scopes: [], tenant: nil)
        try server.keys.add("g_1", id: "g", kind: "global", scopes: [], tenant: nil)
        server.tokens.add("a.b.c", for: Caller(keyID: nil, kind: nil, scopes: [], user: "ann", tenant: "a", otherTenants: ["b"]))
        return server
    }

    @Test(
        "end where another tenant's data begins, at whatever place the tenant is named",
        arguments: [
            ("/things", .of(("X-Key", "k")), "a"), ("/things", .of(("X-Key", "homeless")), "403 foreign-tenant"),
            ("/things", .of(("X-Key", "k"), ("X-Shop", "b")), "a"),
            ("/things", .of(("Authorization", "Bearer a.b.c"), ("X-Shop", "a")), "a"),
            ("/things", .of(("Authorization", "Bearer a.b.c"), ("X-Shop", "b")), "b"),
            ("/things", .of(("Authorization", "Bearer a.b.c"), ("X-Shop", "c")), "403 foreign-tenant"),
            ("/things", .of(("Authorization", "Bearer a.b.c")), "400 tenant-missing"),
            ("/things", .of(("Authorization", "Bearer a.b.c"), ("X-Shop", "")), "400 tenant-missing"),
            ("/things", .of(("Authorization", "Bearer a.b.c"), ("X-Shop", "a"), ("X-Shop", "a")), "400 invalid-request"),
            ("/things?shop=x", .of(("X-Kind", "g_1")), "x"), ("/things?shop=x&shop=y", .of(("X-Kind", "g_1")), "400 invalid-request"),
            ("/things?shop=%zz", .of(("X-Kind", "g_1")), "400 tenant-missing"), ("/things", .of(("X-Kind", "g_1")), "400 tenant-missing"),
        ] as [(String, HTTPFields, String)]
    )
    func tenants(path: String, fields: HTTPFields, outcome: String) async throws {
        let reply = try await tenantServer().send(.get, path, fields)
        #expect(reply.echo?.tenant ?? reply.outcome == outcome)
    }

    @Test("of several tenants tell handlers the one that the request names", arguments: [("a", ["a", "b"]), ("b", ["b", "a"])])
    func namedTenant(name: String, tenants: [String]) async throws {
        let reply = try await tenantServer().send(.get, "/things", .of(("Authorization", "Bearer a.b.c"), ("X-Shop", name)))
        #expect(reply.echo?.callerTenants == tenants)
    }

    @Test("of a key reach as many tenants as it was given", arguments: [("a", "a"), ("b", "b"), ("c", "403 foreign-tenant")])
    func keyOfSeveralTenants(tenant: String, outcome: String) async throws {
        let endpoint = APIDescription.Endpoint.get { ($0.auth, $0.tenancy) = (.one("key"), .tenant) }
        let server = server(endpoint, tenancy: .init(name: "shop", place: .header("X-Shop"), foreignStatus: 403))
        try server.keys.add("k", id: "k", kind: nil, credential: "key", scopes: [], tenant: "a", otherTenants: ["b"])
        let reply = try await server.send(.get, "/things", .of(("X-Key", "k"), ("X-Shop", tenant)))
        #expect(reply.echo?.callerTenant ?? reply.outcome == outcome)
    }

    @Test("hide another tenant where the API does")
    func hidden() async throws {
        let fields = HTTPFields.of(("Authorization", "Bearer a.b.c"), ("X-Shop", "c"))
        #expect(try await tenantServer(.tenant, 404).send(.get, "/things", fields).outcome == "404 not-found")
    }

    @Test("know no tenants where an endpoint has nothing to do with them", arguments: [APIDescription.Tenancy.Reach.none, .shared])
    func noTenant(reach: APIDescription.Tenancy.Reach) async throws {
        for fields: HTTPFields in [.of(("X-Key", "homeless")), .of(("Authorization", "Bearer a.b.c"), ("X-Shop", "c"))] {
            let reply = try await tenantServer(reach).send(.get, "/things", fields)
            #expect(reply.status == 200)
            #expect(reply.echo?.tenant == nil)
        }
    }

    @Test("of two credentials are those of the tenant that both belong to", arguments: [("a", "200"), ("z", "403 foreign-tenant")])
    func joined(tenant: String, outcome: String) async throws {
        let endpoint = APIDescription.Endpoint.get { ($0.auth, $0.tenancy) = (.all(["key", "person"]), .tenant) }
        let server = server(endpoint, tenancy: .init(name: "shop", place: .credential, foreignStatus: 403))
        try server.keys.add("k", id: "k", kind: nil, credential: "key", scopes: [], tenant: tenant)
        server.tokens.add("a.b.c", for: Caller(keyID: nil, kind: nil, scopes: [], user: "ann", tenant: "a"))
        let reply = try await server.send(.get, "/things", .of(("X-Key", "k"), ("Authorization", "Bearer a.b.c")))
        #expect(reply.outcome == outcome)
    }
}
