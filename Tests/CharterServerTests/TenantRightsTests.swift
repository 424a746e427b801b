import CharterRuntime
import CharterServer
import CharterServerTesting
import HTTPTypes
import Hummingbird
import Testing

/// What holds in one tenant and not in another.
@Suite("Rights in a tenant")
struct TenantRightsTests {
    private static let people = APIDescription.Credential(
        name: "person",
        place: .scheme("Bearer", header: "Authorization"),
        form: .jwt,
        holds: .all,
        roles: ["owner", "member"]
    )
    private static let staff = APIDescription.Credential(
        name: "staff",
        place: .header("X-Staff"),
        kinds: [.init(name: "staff", prefix: "st_", use: .serverOnly, holds: .all, opensEveryTenant: true)],
        roles: ["owner"]
    )

    private func api(_ reach: APIDescription.Tenancy.Reach = .tenant, suspended: Int? = nil) -> APIDescription {
        let endpoint = APIDescription.Endpoint.get {
            ($0.auth, $0.keyKinds) = (.any([["person"], ["staff"], []]), ["staff"])
            ($0.roles, $0.tenancy) = (["owner"], reach)
        }
        return .small([endpoint]) {
            $0.credentials = [Self.people, Self.staff]
            $0.roles = [.init(name: "owner", about: "Owner", grants: .only(["member"])), .init(name: "member", about: "Member")]
            $0.tenancy = .init(name: "shop", place: .header("X-Shop"), foreignStatus: 404, suspendedStatus: suspended)
        }
    }

    private func outcome(_ server: SmallServer, _ roles: CallerRoles, at shop: String) async throws -> String {
        let caller = Caller(keyID: nil, kind: nil, scopes: [], roles: roles, user: "ann", tenant: "a", otherTenants: ["b"])
        server.tokens.add("a.b.c", for: caller)
        return try await server.send(.get, "/things", .of(("Authorization", "Bearer a.b.c"), ("X-Shop", shop))).outcome
    }

    @Test(
        "are those of the roles in it",
        arguments: [
            (["a": ["owner"], "b": ["member"]], "200", "403 insufficient-role"),
            (["a": ["member"], "b": ["owner"]], "403 insufficient-role", "200"),
            (["a": ["owner"], "c": ["owner"]], "200", "403 insufficient-role"),
            (["owner"], "403 insufficient-role", "403 insufficient-role"), ([:], "403 insufficient-role", "403 insufficient-role"),
        ] as [(CallerRoles, String, String)]
    )
    func roles(roles: CallerRoles, inA: String, inB: String) async throws {
        let server = SmallServer(api())
        #expect(try await outcome(server, roles, at: "a") == inA)
        #expect(try await outcome(server, roles, at: "b") == inB)
        #expect(try await outcome(server, roles, at: "c") == "404 not-found")
    }

    /// `K` and the Kelvin sign are one to Unicode and two to a database: the second has no suspension, and counts of its own.
    @Test(
        "are those in the tenant of that name to the byte",
        arguments: [("K1", "200"), ("\u{212A}1", "404 not-found"), ("k1", "404 not-found")]
    )
    func spelling(shop: String, expected: String) async throws {
        let server = SmallServer(api())
        for (tenant, others) in [("K1", []), (nil, ["K1", "b"]), ("b", ["K1"])] as [(String?, Set<String>)] {
            let roles = CallerRoles(byTenant: ["K1": ["owner"]])
            server.tokens.add("a.b.c", for: Caller(keyID: nil, kind: nil, scopes: [], roles: roles, tenant: tenant, otherTenants: others))
            #expect(try await server.send(.get, "/things", .of(("Authorization", "Bearer a.b.c"), ("X-Shop", shop))).outcome == expected)
        }
    }

    @Test("are none where an endpoint is bound to no tenant", arguments: [APIDescription.Tenancy.Reach.none, .shared])
    func outside(reach: APIDescription.Tenancy.Reach) async throws {
        let server = SmallServer(api(reach))
        #expect(try await outcome(server, ["a": ["owner"]], at: "a") == "403 insufficient-role")
        #expect(try await outcome(server, ["owner"], at: "a") == "200")
    }

    @Test(
        "are those of everywhere for whoever opens every tenant",
        arguments: [(["owner"], "200"), ([], "403 insufficient-role")] as [(Set<String>, String)]
    )
    func everywhere(names: Set<String>, outcome: String) async throws {
        let server = SmallServer(api())
        try server.keys.add("st_1", id: "s", kind: "staff", scopes: [], roles: CallerRoles(outsideTenants: names), tenant: nil)
        let reply = try await server.send(.get, "/things", .of(("X-Staff", "st_1"), ("X-Shop", "z")))
        #expect(reply.outcome == outcome)
    }

    @Test("of two credentials are not mixed from one tenant into another")
    func joined() {
        let roles = CallerRoles(byTenant: ["a": ["owner"]])
        let other: CallerRoles = ["a": ["member"], "b": ["member"]]
        let caller = Caller(keyID: nil, kind: nil, scopes: [], roles: roles, tenant: "a")
        #expect(caller.roles(in: "a") == ["owner"])
        #expect(caller.roles(in: "b") == [])
        #expect(caller.roles(in: nil) == [])
        #expect(other.byTenant["b"] == ["member"])
    }

    @Test(
        "end where it is suspended, for members alone to know",
        arguments: [("a", "403 tenant-suspended"), ("b", "200"), ("c", "404 not-found")]
    )
    func suspended(shop: String, expected: String) async throws {
        let directory = InMemoryTenantDirectory(suspended: ["a", "c"])
        let server = SmallServer(api(suspended: 403), tenants: directory)
        let roles: CallerRoles = ["a": ["owner"], "b": ["owner"]]
        #expect(try await outcome(server, roles, at: shop) == expected)
        directory.resume("a")
        #expect(try await outcome(server, roles, at: "a") == "200")
        directory.suspend("b")
        #expect(try await outcome(server, roles, at: "b") == "403 tenant-suspended")
        // Whoever calls without a credential is not served either.
        #expect(try await server.send(.get, "/things", .of(("X-Shop", "b"))).outcome == "403 tenant-suspended")
    }

    @Test("do not end where the API suspends nobody, or where an endpoint is bound to no tenant")
    func neverSuspended() async throws {
        let directory = InMemoryTenantDirectory(suspended: ["a"])
        #expect(try await outcome(SmallServer(api(), tenants: directory), ["a": ["owner"]], at: "a") == "200")
        #expect(try await outcome(SmallServer(api(.none, suspended: 403), tenants: directory), ["owner"], at: "a") == "200")
    }

    @Test("need a directory that knows who is suspended, and one that answers")
    func noDirectory() async throws {
        struct BrokenDirectory: TenantDirectory {
            func isSuspended(_ tenant: String) async throws -> Bool { throw SecretFault() }
        }
        let roles: CallerRoles = ["a": ["owner"]]
        #expect(try await outcome(SmallServer(api(suspended: 403)), roles, at: "a") == "500 internal-error")
        #expect(try await outcome(SmallServer(api(suspended: 403), tenants: BrokenDirectory()), roles, at: "a") == "500 internal-error")
    }
}
