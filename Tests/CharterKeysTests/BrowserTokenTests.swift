import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// What scripts of other origins can do with tokens.
@Suite("A token in a browser")
struct BrowserTokenTests {
    private static let token = "e30.e30.c2ln"

    private func server(_ use: APIDescription.KeyKind.Use?) -> KeysServer {
        let api = APIDescription.keys { api in
            api.credentials[1].use = use
            api.endpoints.append(.keys("listMine", .get, "/mine", auth: .one("person")))
        }
        let server = KeysServer(api, InMemoryKeyStore(api))
        server.tokens.add(Self.token, for: Caller(keyID: nil, kind: nil, scopes: [], user: "ann", tenant: nil))
        return server
    }

    @Test(
        "is as good as a publishable key where the contract says that it may be kept anywhere, and else as little as a secret one",
        arguments: [nil, .serverOnly, .anywhere] as [APIDescription.KeyKind.Use?]
    )
    func use(_ use: APIDescription.KeyKind.Use?) async throws {
        let server = server(use)
        let granted = use == .anywhere ? "*" : nil
        let preflight = try await server.send(
            .options,
            "/mine",
            ["Origin": "https://shop.example", "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "authorization"]
        )
        #expect(preflight["Access-Control-Allow-Origin"] == granted)
        #expect((preflight["Access-Control-Allow-Headers"]?.contains("Authorization") ?? false) == (granted != nil))
        let reply = try await server.send(.get, "/mine", ["Origin": "https://shop.example", "Authorization": "Bearer \(Self.token)"])
        #expect((reply.status, reply["Access-Control-Allow-Origin"]) == (200, granted))
        // A refusal can be read as far as what it answers.
        let wrong = try await server.send(.get, "/mine", ["Origin": "https://shop.example", "Authorization": "Bearer e30.e30.c2lo"])
        #expect((wrong.status, wrong["Access-Control-Allow-Origin"]) == (401, granted))
    }

    @Test("opens no reply to a secret that stands beside it")
    func besideSecret() async throws {
        let fields: KeyValuePairs = ["Origin": "https://shop.example", "Authorization": "Bearer \(Self.token)", "X-API-Key": "sk_secret"]
        let reply = try await server(.anywhere).send(.get, "/mine", fields)
        #expect(reply.status == 200 && reply["Access-Control-Allow-Origin"] == nil)
    }
}
