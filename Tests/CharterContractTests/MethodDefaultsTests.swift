import CharterContract
import CharterRuntime
import Testing

/// What endpoints take from `methods:`.
@Suite("Defaults of methods")
struct MethodDefaultsTests {
    private static let text = """
        credentials:
          ofMethod: { header: X-Method, kinds: { method: { prefix: m_, use: server-only, holds: any } } }
          ofGroup: { header: X-Group, kinds: { group: { prefix: g_, use: server-only, holds: any } } }
        scopes: { READ: Read., WRITE: Write., GROUP: Do what the group does., OWN: Do what it does itself. }
        limits: { writes: { allow: 1, per: 1s, by: key }, own: { allow: 1, per: 1m, by: key } }
        path: { id: { type: string, about: Of the API. } }
        methods:
          GET: { auth: ofMethod, scope: READ }
          POST: { auth: ofMethod, scope: WRITE, limits: [writes], path: { id: { type: uuid, about: Of the method. } } }
        groups:
          grouped: { prefix: /grouped, auth: ofGroup }
          deeper: { prefix: /grouped/:id/deeper, scope: GROUP }
        endpoints:
          GET /plain/:id: { id: getPlain, does: Read, returns: string }
          POST /plain/:id: { id: postPlain, does: Write, returns: string }
          POST /grouped/:id: { id: postGrouped, does: Write in a group, returns: string }
          POST /grouped/:id/deeper: { id: postDeeper, does: Write in two groups, returns: string }
          POST /own/:id: { id: postOwn, does: Write alone, scope: OWN, limits: [own], path: { id: { type: slug, about: Of its own. } }, returns: string }
          DELETE /plain/:id: { id: deletePlain, does: Delete, auth: none, returns: { 204: none } }
        """

    @Test("come after those of groups and before those of the API")
    func precedence() throws {
        let api = try TestContract.api(Self.text)
        func facts(_ id: String) throws -> [String?] {
            let endpoint = try api.endpoint(id)
            let (credential, scope) = (endpoint.auth.names.first, endpoint.scope.names.first)
            return [credential, scope, endpoint.limits.first?.name, endpoint.pathParameters.first?.schema.about]
        }
        #expect(try facts("getPlain") == ["ofMethod", "READ", nil, "Of the API."])
        #expect(try facts("postPlain") == ["ofMethod", "WRITE", "writes", "Of the method."])
        #expect(try facts("postGrouped") == ["ofGroup", "WRITE", "writes", "Of the method."])
        #expect(try facts("postDeeper") == ["ofGroup", "GROUP", "writes", "Of the method."])
        #expect(try facts("postOwn") == ["ofMethod", "OWN", "own", "Of its own."])
        #expect(try facts("deletePlain") == [nil, nil, nil, "Of the API."])
    }

    @Test("page the lists among their endpoints and leave the others alone, unless a group says that its lists come whole")
    func paging() throws {
        let api = try TestContract.api(
            """
            pagination:
              byOffset:
                style: offset
                pageSize: { parameter: limit, default: 20, max: 100, below: reject, above: clamp }
                offset: { parameter: offset }
                response: { items: items }
            methods: { GET: { pagination: !assumed byOffset } }
            groups: { whole: { prefix: /whole, pagination: none } }
            endpoints:
              GET /things: { id: listThings, does: List, returns: { list: string } }
              GET /things/one: { id: getThing, does: Get, query: { limit?: { type: integer, about: How many. } }, returns: string }
              GET /whole: { id: listWhole, does: List, returns: { list: string } }
              GET /whole/pages: { id: listPages, does: List, pagination: byOffset, returns: { list: string } }
              POST /things: { id: addThing, does: Add, returns: { 201: string } }
            """
        )
        #expect(api.endpoints.filter { $0.paging != nil }.map(\.id) == ["listThings", "listPages"])
        #expect(api.endpoints.filter { $0.assumed.contains("pagination") }.map(\.id) == ["listThings"])
    }
}
