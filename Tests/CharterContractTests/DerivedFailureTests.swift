import CharterContract
import Testing

/// Failures that follow from conventions stand beside an endpoint's own.
@Suite("Derived failures")
struct DerivedFailureTests {
    private static func text(foreign: Int, errors: String = "") -> String {
        """
        \(errors)
        credentials:
          apiKey:
            header: X-API-Key
            kinds:
              slow: { prefix: s_, use: anywhere, holds: [READ], limits: [tight] }
              fast: { prefix: f_, use: server-only, holds: any }
        scopes: { READ: Read., WRITE: Write. }
        limits: { tight: { allow: 1, per: 1s, by: key }, rare: { allow: 1, per: 1d, by: tenant, kind: quota } }
        tenancy: { name: shop, from: { path: tag }, foreign: \(foreign) }
        pagination:
          byOffset:
            style: offset
            pageSize: { parameter: limit, default: 20, max: 100, below: reject, above: clamp }
            offset: { parameter: offset }
            response: { items: items }
        path: { tag: { type: slug, about: The shop. }, id: { type: uuid, about: The order. } }
        endpoints:
          GET /status: { id: open, does: Look, auth: none, returns: string }
          GET /echo: { id: query, does: Look, auth: none, query: { text?: { type: string, about: What. } }, returns: string }
          GET /list: { id: paged, does: List, auth: none, pagination: byOffset, returns: { list: string } }
          GET /orders/:id: { id: thing, does: Get, auth: none, returns: string }
          GET /me: { id: keyed, does: Get, auth: apiKey, scope: WRITE, returns: string }
          GET /mine: { id: slow, does: Get, auth: apiKey, scope: READ, returns: string }
          GET /rare: { id: rare, does: Get, auth: none, limits: [rare], returns: string }
          GET /shops/:tag: { id: tenant, does: Get, auth: apiKey, scope: WRITE, returns: string }
          POST /orders:
            id: body
            does: Order
            auth: none
            takes: string
            returns: { 201: string }
            fails:
              503: { code: closed, when: The shop is closed. }
              409: [{ code: sold-out, when: Nothing is left. }, { code: too-late, when: It is over. }]
        """
    }

    @Test(
        "come from parameters, keys, paths, bodies and limits",
        arguments: [
            ("open", [500]), ("query", [400, 500]), ("paged", [400, 500]), ("thing", [400, 404, 500]), ("keyed", [401, 403, 500]),
            ("slow", [401, 403, 429, 500]), ("rare", [429, 500]), ("tenant", [400, 401, 403, 500]),
            ("body", [400, 409, 413, 415, 500, 503]),
        ]
    )
    func statuses(_ id: String, _ statuses: [Int]) throws {
        let failures = try TestContract.api(Self.text(foreign: 403)).endpoint(id).failures
        #expect(Set(failures.map(\.status)).sorted() == statuses)
    }

    @Test("hide other tenants behind a 404 where the contract says so")
    func hiddenTenants() throws {
        let shown = try TestContract.api(Self.text(foreign: 403)).endpoint("tenant").failures
        let hidden = try TestContract.api(Self.text(foreign: 404)).endpoint("tenant").failures
        #expect(shown.first { $0.code == "foreign-tenant" }?.status == 403)
        #expect(!shown.contains { $0.status == 404 })
        #expect(!hidden.contains { $0.code == "foreign-tenant" })
        #expect(hidden.first { $0.code == "not-found" }?.status == 404)
    }

    @Test("know no missing thing where what is gone is answered as if it went now, unless it is a part of something")
    func repeatedDeletion() throws {
        let api = try TestContract.api(
            """
            path: { id: { type: uuid, about: The order. }, item: { type: uuid, about: The item. } }
            endpoints:
              DELETE /orders/:id: { id: deleteOrder, does: Delete, again: 204, returns: { 204: none } }
              DELETE /carts/:id: { id: deleteCart, does: Delete, returns: { 204: none } }
              DELETE /orders/:id/items/:item: { id: deleteItem, does: Delete, again: 204, returns: { 204: none } }
              DELETE /orders/:id/note: { id: deleteNote, does: Delete, again: 204, returns: { 204: none } }
            """
        )
        let missing = api.endpoints.filter { $0.failures.contains { $0.status == 404 } }.map(\.id)
        #expect(missing == ["deleteCart", "deleteItem", "deleteNote"])
    }

    @Test("leave the endpoint's own in their order, and are told from them")
    func own() throws {
        let failures = try TestContract.api(Self.text(foreign: 403)).endpoint("body").failures
        #expect(failures.filter { !$0.isDerived }.map(\.code) == ["sold-out", "too-late", "closed"])
        #expect(Set(failures.map(\.code)).count == failures.count)
    }

    @Test("are assumed where the form of errors is, but for what limits document")
    func assumed() throws {
        let documented = try TestContract.api(Self.text(foreign: 403)).endpoint("slow").failures
        let assumed = try TestContract.api(Self.text(foreign: 403, errors: "errors: !assumed { body: problem }")).endpoint("slow").failures
        #expect(documented.allSatisfy { !$0.isAssumed })
        #expect(assumed.filter { !$0.isAssumed }.map(\.status) == [429])
    }
}
