import CharterBearer
import CharterRuntime
import CharterServer
import Testing

@Suite("Claims say of a caller")
struct CallerClaimTests {
    @Test(
        "the scopes, as text or as a list, by the first name that is there",
        arguments: [
            (#""scope":"read write""#, ["read", "write"]), (#""scope":" read  read ""#, ["read"]), (#""scope":"""#, []), ("", []),
            (#""scp":["read","write all"]"#, ["read", "write all"]), (#""scopes":["read"]"#, ["read"]), (#""scopes":[]"#, []),
            (#""scopes":["write"],"scope":"read""#, ["read"]), (#""scp":["a"],"scopes":["b"]"#, ["a"]),
        ] as [(String, Set<String>)]
    )
    func scopes(claim: String, scopes: Set<String>) async throws {
        #expect(try await caller(claim)?.scopes == scopes)
    }

    @Test(
        "the tenants, one or several",
        arguments: [
            (#""tenant":"acme""#, "acme", []), (#""tenants":["acme"]"#, "acme", []),
            (#""tenants":["acme","birch"]"#, nil, ["acme", "birch"]),
            (#""tenants":[]"#, nil, []), ("", nil, []), (#""tenant":"acme","tenants":["birch"]"#, "acme", []),
            (#""tenant_roles":{"acme":["owner"]}"#, "acme", []),
            (#""tenant_roles":{"acme":["owner"],"birch":[]}"#, nil, ["acme", "birch"]),
            (#""tenants":["birch"],"tenant_roles":{"acme":["owner"]}"#, "birch", []),
        ] as [(String, String?, Set<String>)]
    )
    func tenants(claim: String, tenant: String?, others: Set<String>) async throws {
        let caller = try #require(try await caller(claim))
        #expect(caller.tenant == tenant)
        #expect(caller.otherTenants == others)
    }

    @Test(
        "the roles, in tenants and outside",
        arguments: [
            (#""roles":["owner"]"#, .outsideTenants, ["owner"]), (#""roles":"owner""#, .outsideTenants, ["owner"]),
            (#""roles":["owner"],"tenant":"acme""#, .outsideTenants, ["owner"]),
            (
                #""roles":["owner"],"tenants":["acme","birch"]"#, .everywhere,
                CallerRoles(outsideTenants: ["owner"], byTenant: ["acme": ["owner"], "birch": ["owner"]])
            ),
            (
                #""tenant_roles":{"acme":["owner","member"],"birch":"member"}"#, .outsideTenants,
                ["acme": ["owner", "member"], "birch": ["member"]]
            ),
            (
                #""roles":["admin"],"tenant_roles":{"acme":["owner"]}"#, .outsideTenants,
                CallerRoles(outsideTenants: ["admin"], byTenant: ["acme": ["owner"]])
            ),
            ("", .everywhere, []),
        ] as [(String, CallerClaims.RoleReach, CallerRoles)]
    )
    func roles(claim: String, reach: CallerClaims.RoleReach, roles: CallerRoles) async throws {
        #expect(try await caller(claim, CallerClaims(reach: reach))?.roles == roles)
    }

    @Test(
        "nothing, where they have another form than they should",
        arguments: [
            #""scope":7"#, #""scope":null"#, #""scp":[7]"#, #""scp":{"read":true}"#, #""roles":{"acme":["owner"]}"#,
            #""roles":[["owner"]]"#,
            #""tenant":7"#, #""tenant":"""#, #""tenants":["acme",""]"#, #""tenants":{"acme":1}"#, #""tenant_roles":["owner"]"#,
            #""tenant_roles":{"acme":7}"#, #""tenant_roles":{"":["owner"]}"#,
        ]
    )
    func malformed(claim: String) async throws {
        await #expect(throws: TokenFault.malformed) { try await caller(claim) }
        await #expect(throws: TokenFault.malformed) { try await caller("", payload: Forgery.claims().replacing("ann", with: "")) }
    }

    @Test("what their names are set to, and nothing by the names that are not")
    func names() async throws {
        let claims = CallerClaims(
            user: "uid",
            scopes: ["https://api.example/permissions"],
            roles: nil,
            rolesByTenant: "roles",
            tenants: ["org"]
        )
        let said =
            #""uid":"u-1","https://api.example/permissions":["read"],"roles":{"acme":["owner"]},"org":"acme","scope":"all","tenant":"x""#
        let caller = try #require(try await caller(said, claims))
        #expect(caller == Caller(keyID: nil, kind: nil, scopes: ["read"], roles: ["acme": ["owner"]], user: "u-1", tenant: "acme"))
        let nobody = CallerClaims(user: nil, scopes: [], roles: nil, rolesByTenant: nil, tenants: [])
        #expect(try await self.caller(said, nobody) == Caller(keyID: nil, kind: nil, scopes: [], tenant: nil))
    }

    @Test("what a closure makes of them, which may refuse them too")
    func completion() async throws {
        let claims = CallerClaims { caller, claims in
            if claims["banned"] == .boolean(true) { throw TokenFault.revoked }
            guard claims["guest"] == nil else { return nil }
            var caller = caller
            if claims["realm_access"]?["admin"] != nil { caller.roles.outsideTenants.insert("admin") }
            return caller
        }
        #expect(try await caller(#""realm_access":{"admin":1}"#, claims)?.roles == ["admin"])
        #expect(try await caller(#""guest":true"#, claims) == nil)
        await #expect(throws: TokenFault.revoked) { try await caller(#""banned":true"#, claims) }
    }

    private func caller(_ claim: String, _ claims: CallerClaims = CallerClaims(), payload: String? = nil) async throws -> Caller? {
        let keys = VerificationKeys(try TokenSecret(Forgery.secret))
        let verifier = JSONWebTokenVerifier(keys: keys, rules: .trial, claims: claims, now: { Forgery.now })
        return try await verifier.caller(Forgery(payload: payload ?? Forgery.claims(claim)).token())
    }
}
