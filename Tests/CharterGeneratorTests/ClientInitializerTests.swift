import CharterContract
import CharterOpenAPI
import Testing

/// What a client is asked for when it is made.
@Suite("Initializers of clients")
struct ClientInitializerTests {
    private static func client(_ lines: String) throws -> [String: String] {
        try SmallContract.files(lines).filter { $0.key.hasPrefix("Client/") }
    }

    /// The parameters of an initializer without `baseURL` and what follows.
    private static func parameters(_ client: String, behind line: String = "public init(") throws -> [String] {
        let lines = client.split(separator: "\n").map { String($0).trimmingSpaces }
        let start = try #require(lines.firstIndex { $0.hasPrefix(line) })
        let opening = try #require(lines[start...].firstIndex(of: "public init("))
        return lines[(opening + 1)...].prefix { !$0.hasPrefix("baseURL") }.map { String($0.dropLast()) }
    }

    @Test("ask for required header fields of several endpoints; what one declares itself is asked for at its calls")
    func headers() throws {
        let files = try Self.client(
            """
            headers: { X-Key: { type: string, about: Names the caller. }, X-Note?: { type: string, about: A note. } }
            groups:
              orders: { prefix: /orders, about: What is bought., headers: { X-Mood: { type: Mood, about: How the caller feels. } } }
            endpoints:
              GET /orders: { id: listOrders, does: List orders, headers: { X-Size: { type: integer, about: A size. } }, returns: string }
              GET /orders/new: { id: getLatest, does: Get the latest, headers: { X-Key: { type: integer, about: A number. } }, returns: string }
              GET /shops: { id: listShops, does: List shops, returns: string }
            types: { Mood: { enum: [good, bad], about: How callers feel. } }
            """
        )
        let client = try #require(files["Client/SmallClient.swift"])
        #expect(try Self.parameters(client) == ["mood: Mood?", "keyHeader: String?"])
        #expect(client.contains(#"namedHeaders: ["X-Mood": mood, "X-Key": keyHeader],"#))
        #expect(client.contains("public import SmallModels"))
        #expect(client.contains("headers: [String: String] = [:],"))
        let list = try #require(files["Client/SmallClient+ListOrders.swift"])
        #expect(list.contains("size: Int,\n        note: String? = nil\n    )"))
        #expect(list.contains(#"headers: ["X-Size": size, "X-Note": note]"#))
        #expect(try #require(files["Client/SmallClient+GetLatest.swift"]).contains("key: Int,"))
        #expect(!(try #require(files["Client/SmallClient+ListShops.swift"]).contains("key")))
    }

    @Test("leave a header field to the calls that is of several types")
    func types() throws {
        let files = try Self.client(
            """
            groups:
              orders: { prefix: /orders, about: What is bought., headers: { X-Mark: { type: string, about: A mark. } } }
              shops: { prefix: /shops, about: Where it is bought., headers: { X-Mark: { type: integer, about: A mark. } } }
            endpoints:
              GET /orders: { id: listOrders, does: List orders, returns: string }
              GET /shops: { id: listShops, does: List shops, returns: string }
            """
        )
        #expect(try Self.parameters(#require(files["Client/SmallClient.swift"])) == [])
        #expect(try #require(files["Client/SmallClient+ListOrders.swift"]).contains("mark: String\n"))
        #expect(try #require(files["Client/SmallClient+ListShops.swift"]).contains("mark: Int\n"))
    }

    @Test("ask for the tenant where requests with the key name it in a header field or the query")
    func tenants() throws {
        let files = try Self.client(
            """
            credentials:
              service: { header: X-Service, kinds: { live: { prefix: live_, use: server-only, holds: any } } }
              person: { bearer: jwt }
              guest: { header: X-Guest, kinds: { guest: { prefix: g_, use: anywhere, holds: any } } }
            tenancy:
              name: shop
              from: { service: key, person: { header: X-Shop }, guest: { query: shop } }
              foreign: 404
              type: { type: integer, range: 1.. }
            endpoints:
              GET /orders: { id: listOrders, does: List orders, auth: { any: [service, person, guest] }, returns: string }
              GET /shops: { id: listShops, does: List shops, auth: person, tenancy: none, returns: string }
            """
        )
        let client = try #require(files["Client/SmallClient.swift"])
        #expect(try Self.parameters(client, behind: "extension SmallClient where Key == LiveKey {") == ["key: Key"])
        #expect(try Self.parameters(client, behind: "extension SmallClient where Key == PersonToken {") == ["key: Key", "tenant: Int?"])
        #expect(try Self.parameters(client, behind: "extension SmallClient where Key == GuestKey {") == ["key: Key", "tenant: Int"])
        #expect(client.contains("tenant: tenant?.description,") && client.contains("tenant: tenant.description,"))
        #expect(!(try #require(files["Client/SmallClient+ListOrders.swift"]).contains("shop:")))
    }

    @Test("make no client without a key where nothing is open")
    func closed() throws {
        let lines = """
            credentials: { service: { header: X-Service, kinds: { live: { prefix: live_, use: server-only, holds: any } } } }
            endpoints: { GET /orders: { id: listOrders, does: List orders, auth: service, returns: string } }
            """
        let closed = try #require(Self.client(lines)["Client/SmallClient.swift"])
        #expect(closed.contains("public struct SmallClient<Key: SmallKey>: Sendable {") && !closed.contains("NoKey"))
        let open = try Self.client(lines.replacing("auth: service", with: "auth: { any: [service, none] }"))
        #expect(try #require(open["Client/SmallClient.swift"]).contains("extension SmallClient where Key == NoKey {"))
        #expect(try #require(open["Client/SmallClient+ListOrders.swift"]).contains("extension SmallClient {"))
    }

    @Test("and schemes of other places are described with their words")
    func schemes() throws {
        let api = try SmallContract.api(
            """
            credentials:
              token:
                bearer: opaque
                also: [{ header: { name: Authorization, scheme: token } }, { query: token }]
                kinds: { live: { prefix: live_, use: server-only, holds: any } }
            endpoints: { GET /orders: { id: listOrders, does: List orders, auth: token, returns: string } }
            """
        )
        let scheme = OpenAPIDocument(api).json["components"]?["securitySchemes"]?["token"]
        let place = "the header field `Authorization` behind the word `token` and a space"
        let sentence = "It may stand in \(place) or the query parameter `token` instead."
        #expect(scheme?["description"]?.text?.contains(sentence) == true, "\(String(describing: scheme))")
    }
}

extension String {
    fileprivate var trimmingSpaces: String { String(drop { $0 == " " }) }
}
