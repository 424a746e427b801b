import CharterConformance
import CharterContract
import CharterRuntime
import Testing

/// Which checks an endpoint's conventions call for.
@Suite("Checks")
struct ConformanceCheckTests {
    private func checks(_ id: String, in api: ResolvedAPI) throws -> [String] {
        let description = api.description
        let checks = description.conformanceChecks(of: try #require(description.endpoint(withID: id)))
        return checks.map { String($0.name.dropFirst(id.count + 1)) }
    }

    private func library() throws -> ResolvedAPI {
        try ContractCase(name: "library").api()
    }

    @Test("refuse the kinds of key and the scopes that do not reach")
    func insufficient() throws {
        let names = try checks("renew", in: library())
        let refused = names.filter { $0.hasPrefix("insufficient") || $0.hasPrefix("sufficient") }
        #expect(
            refused == [
                "insufficient-kind/guest", "insufficient-kind/member", "insufficient-scope/read", "insufficient-scope/lend",
                "sufficient-scope/admin",
            ]
        )
        #expect(
            try checks("borrow", in: library()).filter { $0.contains("-scope/") } == [
                "insufficient-scope/read/member", "insufficient-scope/read/librarian", "sufficient-scope/lend/member",
                "sufficient-scope/lend/librarian", "sufficient-scope/admin",
            ]
        )
    }

    @Test("without a scope leave scopes out, and without tenancy tenants")
    func noScope() throws {
        #expect(try !checks("giveBack", in: library()).contains { $0.contains("scope") })
        let api = try SmallContract.api(
            """
            credentials: { key: { header: X-Key, kinds: { live: { prefix: l_, use: anywhere, holds: any } } } }
            endpoints:
              GET /things/:id: { id: getThing, does: Get a thing, auth: key, scope: none, path: { id: uuid }, returns: string }
            """
        )
        #expect(try !checks("getThing", in: api).contains { $0.contains("tenant") })
    }

    @Test("of an open endpoint ask nobody who calls")
    func open() throws {
        #expect(try !checks("getHours", in: library()).contains { $0.contains("credential") && !$0.contains("without-credential") })
    }

    @Test("of an endpoint that does not name the tenant leave tenants out")
    func tenantElsewhere() throws {
        let api = try SmallContract.api(
            """
            credentials: { key: { header: X-Key, kinds: { live: { prefix: l_, use: anywhere, holds: any } } } }
            tenancy: { name: shop, from: { path: shop }, foreign: 403 }
            endpoints:
              GET /shops/:shop: { id: getShop, does: Get a shop, auth: key, scope: none, path: { shop: slug }, returns: string }
              GET /shops: { id: countShops, does: Count shops, auth: key, scope: none, returns: integer }
            """
        )
        #expect(try checks("getShop", in: api).contains("foreign-tenant"))
        #expect(try !checks("countShops", in: api).contains("foreign-tenant"))
    }

    @Test("ask for foreigners only where the path names something that is not shown to everyone")
    func sharedThings() throws {
        let api = try SmallContract.api(
            """
            credentials: { key: { header: X-Key, kinds: { live: { prefix: l_, use: server-only, holds: any } } } }
            tenancy: { name: shop, from: key, foreign: 404 }
            path: { isbn: { type: string, about: A work. }, id: { type: uuid, about: A copy. } }
            groups: { works: { prefix: /works, auth: key } }
            endpoints:
              GET /works/:isbn: { id: getWork, does: Get a work, tenancy: shared, returns: string }
              GET /works/:isbn/copies: { id: countCopies, does: Count copies, returns: integer }
              GET /works/:isbn/copies/:id: { id: getCopy, does: Get a copy, returns: string }
            """
        )
        let asked = try ["getWork", "countCopies", "getCopy"].filter { id in
            try checks(id, in: api).contains("foreign-tenant")
        }
        #expect(asked == ["getCopy"])
    }
}
