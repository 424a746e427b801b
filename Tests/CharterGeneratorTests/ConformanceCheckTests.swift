import CharterContract
@testable import CharterGenerator
import Testing

/// Which checks an endpoint's conventions call for.
@Suite("Checks")
struct ConformanceCheckTests {
    private func checks(_ id: String, in api: ResolvedAPI) throws -> [ConformanceCheck] {
        ConformanceCheck.checks(of: try #require(api.endpoints.first { $0.id == id }), in: api)
    }

    private func library() throws -> ResolvedAPI {
        try ContractCase(name: "library").api()
    }

    @Test("of a paged list cover keys, scopes, tenants, paging and shape")
    func pagedList() throws {
        #expect(
            try checks("listBooks", in: library()).map { "\($0.name): \($0.title)" } == [
                "missing-credential: answers 401 without a key",
                "malformed-credential: answers 401 to a malformed key",
                "unknown-credential: answers 401 to an unknown key",
                "sufficient-scope/read: accepts a key that holds only read",
                "sufficient-scope/lend: accepts a key that holds only lend",
                "sufficient-scope/admin: accepts a key that holds only admin",
                "foreign-tenant: answers 404 to a key of another branch",
                "default-page-size: lists at most 20 items by default",
                "minimum-page-size: lists at most 1 item for limit=1",
                "maximum-page-size: lists at most 100 items for limit=100",
                "page-size-below-minimum: answers 400 to limit=0",
                "page-size-above-maximum: answers 400 to limit=101",
                "page-size-not-a-number: answers 400 to limit=many",
                "negative-offset: answers 400 to offset=-1",
                "offset-not-a-number: answers 400 to offset=first",
                "whole-walk: pages through the whole list without loss or repetition",
                "response-shape: answers 200 with the documented body",
            ]
        )
    }

    @Test("of clamped page sizes expect the nearest size")
    func clamped() throws {
        let titles = try Dictionary(checks("listLoans", in: library()).map { ($0.name, $0.title) }) { $1 }
        #expect(titles["page-size-below-minimum"] == "lists at most 1 item for size=0")
        #expect(titles["page-size-above-maximum"] == "lists at most 50 items for size=51")
        #expect(titles["negative-offset"] == "answers 400 to skip=-1")
    }

    @Test("refuse the kinds of key and the scopes that do not reach")
    func insufficient() throws {
        let names = try checks("renew", in: library()).map(\.name)
        let refused = names.filter { $0.hasPrefix("insufficient") || $0.hasPrefix("sufficient") }
        #expect(
            refused == [
                "insufficient-kind/guest", "insufficient-kind/member", "insufficient-scope/read", "insufficient-scope/lend",
                "sufficient-scope/admin",
            ]
        )
        #expect(
            try checks("borrow", in: library()).map(\.name).filter { $0.contains("scope") } == [
                "insufficient-scope/read", "sufficient-scope/lend", "sufficient-scope/admin",
            ]
        )
    }

    @Test("without a scope leave scopes out")
    func noScope() throws {
        let checks = try checks("giveBack", in: library())
        #expect(
            checks.map(\.name) == ["missing-credential", "malformed-credential", "unknown-credential", "foreign-tenant", "response-shape"]
        )
        #expect(checks.last?.title == "answers 204 without a body")
    }

    @Test("of an open endpoint are about its shape alone")
    func open() throws {
        #expect(try checks("getHours", in: library()).map(\.name) == ["response-shape"])
    }

    @Test("without tenancy leave tenants out")
    func noTenancy() throws {
        let api = try SmallContract.api(
            """
            credentials: { key: { header: X-Key, kinds: { live: { prefix: l_, use: anywhere, holds: any } } } }
            endpoints:
              GET /things/:id: { id: getThing, does: Get a thing, auth: key, scope: none, path: { id: uuid }, returns: string }
            """
        )
        let names = try checks("getThing", in: api).map(\.name)
        #expect(names == ["missing-credential", "malformed-credential", "unknown-credential", "response-shape"])
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
        #expect(try checks("getShop", in: api).contains { $0.title == "answers 403 to a key of another shop" })
        #expect(try !checks("countShops", in: api).contains { $0.name == "foreign-tenant" })
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
            try checks(id, in: api).contains { $0.name == "foreign-tenant" }
        }
        #expect(asked == ["getCopy"])
    }

    @Test("have names of their own in code")
    func distinctNames() throws {
        let api = try library()
        for endpoint in api.endpoints {
            let checks = ConformanceCheck.checks(of: endpoint, in: api)
            #expect(Set(checks.map { SwiftIdentifier.value($0.name) }).count == checks.count, "\(endpoint.id)")
        }
    }
}
