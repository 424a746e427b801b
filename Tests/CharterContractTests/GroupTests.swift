import CharterContract
import CharterRuntime
import Testing

/// What endpoints take from the groups that hold them.
@Suite("Groups")
struct GroupTests {
    private static let text = """
        credentials:
          outer: { header: X-Outer, kinds: { outer: { prefix: o_, use: anywhere, holds: any } } }
          inner: { header: X-Inner, kinds: { inner: { prefix: i_, use: anywhere, holds: any } } }
          own: { header: X-Own, kinds: { own: { prefix: w_, use: anywhere, holds: any } } }
        scopes: { OUTER: Outer., INNER: Inner., OWN: Own. }
        limits:
          a: { allow: 1, per: 1s, by: key }
          b: { allow: 2, per: 1m, by: key }
          c: { allow: 3, per: 1h, by: key, kind: quota }
        pagination:
          outer: &paging
            style: offset
            pageSize: { parameter: limit, default: 20, max: 100, below: reject, above: clamp }
            offset: { parameter: offset }
            response: { items: items }
          inner: *paging
        path:
          tag: { type: slug, about: Of the API. }
          id: { type: string, about: Of the API. }
          slug: { type: slug, about: Of the API. }
        groups:
          inner:
            prefix: "/shops/{name}/orders"
            about: Inner.
            auth: inner
            scope: INNER
            limits: [b]
            pagination: inner
            path: { id: { type: uuid, about: Of the inner group. } }
          outer:
            prefix: /shops/:tag
            about: Outer.
            auth: outer
            scope: OUTER
            limits: [a, c]
            pagination: outer
            path:
              tag: { type: slug, about: Of the outer group. }
              id: { type: integer, about: Of the outer group. }
          silent: { prefix: /shops/:tag/orders/:id/parts }
        endpoints:
          GET /shops/:tag: { id: inOuter, does: Read, returns: { list: string } }
          GET /shops/:tag/ordersOfOld: { id: besideInner, does: Read, returns: string }
          GET /shops/:tag/orders: { id: inInner, does: Read, returns: { list: string } }
          GET /shops/:tag/orders/:id: { id: belowInner, does: Read, returns: string }
          GET /shops/:tag/orders/:id/parts: { id: inSilent, does: Read, returns: { list: string } }
          POST /shops/:tag/orders/:id/:slug:
            id: withOwn
            does: Write
            auth: own
            scope: OWN
            limits: [c, a]
            pagination: outer
            path: { id: { type: date, about: Of the endpoint. } }
            returns: { list: string }
          DELETE /shops/:tag/orders:
            id: withNone
            does: Remove
            auth: none
            scope: none
            limits: none
            pagination: none
            returns: { list: string }
          GET /elsewhere/:slug: { id: outside, does: Read, auth: own, scope: none, pagination: none, returns: { list: string } }
        """

    @Test("give what the endpoint leaves out, the longest prefix first, the API's last")
    func precedence() throws {
        let api = try TestContract.api(Self.text)
        func facts(_ id: String) throws -> [String] {
            let endpoint = try api.endpoint(id)
            let limits = endpoint.limits.map(\.name).joined(separator: ",")
            let (credential, scope) = (endpoint.auth.names.first ?? "-", endpoint.scope.names.first ?? "-")
            return [credential, scope, limits, endpoint.paging?.description.name ?? "-", endpoint.tag ?? "-"]
        }
        #expect(try facts("inOuter") == ["outer", "OUTER", "a,c", "outer", "outer"])
        #expect(try facts("besideInner") == ["outer", "OUTER", "a,c", "-", "outer"])
        #expect(try facts("inInner") == ["inner", "INNER", "b", "inner", "inner"])
        #expect(try facts("belowInner") == ["inner", "INNER", "b", "-", "inner"])
        #expect(try facts("inSilent") == ["inner", "INNER", "b", "inner", "inner"])
        #expect(try facts("withOwn") == ["own", "OWN", "c,a", "outer", "inner"])
        #expect(try facts("withNone") == ["-", "-", "", "-", "inner"])
        #expect(try facts("outside") == ["own", "-", "", "-", "-"])
    }

    @Test("merge the parameters of paths, each from the nearest that describes it")
    func path() throws {
        let api = try TestContract.api(Self.text)
        func abouts(_ id: String) throws -> [String?] { try api.endpoint(id).pathParameters.map(\.schema.about) }
        #expect(try abouts("inOuter") == ["Of the outer group."])
        #expect(try abouts("belowInner") == ["Of the outer group.", "Of the inner group."])
        #expect(try abouts("withOwn") == ["Of the outer group.", "Of the endpoint.", "Of the API."])
        #expect(try abouts("outside") == ["Of the API."])
    }

    @Test("are tags in their order where they have a description")
    func tags() throws {
        #expect(try TestContract.api(Self.text).tags.map(\.name) == ["inner", "outer"])
    }

    @Test(
        "inside others that are bound to no tenant can be bound to one again",
        arguments: [("wide", .shared), ("narrow", .tenant)] as [(String, APIDescription.Tenancy.Reach)]
    )
    func tenancy(id: String, reach: APIDescription.Tenancy.Reach) throws {
        let api = try TestContract.api(
            """
            credentials: { key: { header: X-Key, kinds: { key: { prefix: k_, use: server-only, holds: any } } } }
            tenancy: { name: shop, from: key, foreign: 404 }
            groups:
              wide: { prefix: /works, auth: key, tenancy: shared }
              narrow: { prefix: /works/copies, tenancy: tenant }
            endpoints:
              GET /works: { id: wide, does: Look, returns: string }
              GET /works/copies: { id: narrow, does: Look, returns: string }
            """
        )
        #expect(try api.endpoint(id).tenancy == reach)
    }
}
