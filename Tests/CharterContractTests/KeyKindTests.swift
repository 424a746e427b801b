import CharterContract
import Testing

/// Which kinds of key may call follows from the scopes that they can hold.
@Suite("Key kinds")
struct KeyKindTests {
    private static let text = """
        credentials:
          apiKey:
            header: X-API-Key
            kinds:
              reader: { prefix: r_, use: anywhere, holds: [READ] }
              editor: { prefix: e_, use: server-only, holds: [EDIT] }
              clerk: { prefix: c_, use: server-only, holds: [SHIP, READ] }
              none: { prefix: n_, use: server-only, holds: [] }
              root: { prefix: x_, use: server-only, holds: [ADMIN] }
              any: { prefix: a_, use: server-only, holds: any }
        scopes:
          READ: Read.
          WRITE: { about: Write., grants: [READ] }
          EDIT: { about: Edit., grants: [WRITE, EDIT] }
          SHIP: { about: Ship., grants: [EDGE] }
          EDGE: { about: A circle with SHIP., grants: [SHIP] }
          ADMIN: { about: Everything., grants: all }
          ALONE: Nothing grants it but everything.
        endpoints:
          GET /read: { id: read, does: Read, auth: apiKey, scope: READ, returns: string }
          GET /write: { id: write, does: Write, auth: apiKey, scope: WRITE, returns: string }
          GET /edge: { id: edge, does: Go to the edge, auth: apiKey, scope: EDGE, returns: string }
          GET /alone: { id: alone, does: Be alone, auth: apiKey, scope: ALONE, returns: string }
          GET /all: { id: everyone, does: Welcome every key, auth: apiKey, scope: none, returns: string }
          GET /open: { id: open, does: Welcome everyone, auth: none, scope: none, returns: string }
        """

    @Test(
        "are those that can hold a scope which satisfies the endpoint's",
        arguments: [
            ("read", ["reader", "editor", "clerk", "root", "any"]),
            ("write", ["editor", "root", "any"]),
            ("edge", ["clerk", "root", "any"]),
            ("alone", ["root", "any"]),
            ("everyone", ["reader", "editor", "clerk", "none", "root", "any"]),
            ("open", []),
        ]
    )
    func kinds(_ id: String, _ kinds: [String]) throws {
        #expect(try TestContract.api(Self.text).endpoint(id).keyKinds.map(\.name) == kinds)
    }

    @Test("follow implied scopes however far, and through circles")
    func satisfaction() throws {
        let api = try TestContract.api(Self.text)
        #expect(api.scope("EDIT", satisfies: "READ"))
        #expect(api.scope("ADMIN", satisfies: "ALONE"))
        #expect(api.scope("EDGE", satisfies: "SHIP"))
        #expect(!api.scope("READ", satisfies: "WRITE"))
        #expect(!api.scope("SHIP", satisfies: "READ"))
        #expect(!api.scope("UNHEARD", satisfies: "READ"))
    }
}
