import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

@Suite("What scripts of other origins may read")
struct CrossOriginReplyTests {
    private let store = InMemoryKeyStore(.crossOrigin())
    private let publishable: String
    private let secret: String
    private let revoked: String

    init() async throws {
        let issuer = KeyIssuer(.crossOrigin()) { KeysServer.start }
        publishable = try await issuer.issue(.init(kind: "publishable", scopes: ["READ"], tenant: "a"), in: store).text
        secret = try await issuer.issue(.init(kind: "secret", scopes: ["READ", "WRITE"], tenant: "a"), in: store).text
        revoked = try await issuer.issue(.init(id: "gone", kind: "secret", scopes: ["READ"], tenant: "a"), in: store).text
        _ = store.revokeKey(id: "gone", of: .tenant("a"), at: KeysServer.start)
    }

    @Test("are the replies to a key that can be used anywhere, refusals too")
    func publishableKeys() async throws {
        let api = APIDescription.crossOrigin { $0.endpoints[1].scope = .one("WRITE") }
        for (expected, server) in [("200", KeysServer(.crossOrigin(), store)), ("403 insufficient-scope", KeysServer(api, store))] {
            for path in ["/things", "/things?api_key=\(publishable)", "/things?api_key="] {
                let key = path.contains(publishable) ? nil : publishable
                let reply = try await server.send(.get, path, key: key, Self.ofShop)
                #expect(reply.outcome == expected && reply["Access-Control-Allow-Origin"] == "*", "\(path)")
            }
            let basic = "Basic " + Base64.encode("\(publishable):")
            let reply = try await server.send(.get, "/things", ["Authorization": basic, "X-Shop": "a"])
            #expect(reply.outcome == expected && reply["Access-Control-Allow-Origin"] == "*")
            #expect(reply["Access-Control-Allow-Credentials"] == nil)
        }
    }

    @Test("are refusals of requests without a valid credential, where a key may call that can be used anywhere")
    func unauthorized() async throws {
        let server = KeysServer(.crossOrigin(), store)
        for (key, expected) in [
            (nil, "401 credential-missing"), ("pk_invented", "401 credential-unknown"), ("nonsense", "401 credential-malformed"),
        ] {
            let reply = try await server.send(.get, "/things", key: key, Self.ofShop)
            #expect(reply.outcome == expected && reply["Access-Control-Allow-Origin"] == "*")
            #expect(reply["Access-Control-Expose-Headers"]?.contains("WWW-Authenticate") == true)
        }
        #expect(try await server.send(.post, "/things", Self.ofShop).hasNoGrant)
        #expect(try await server.send(.get, "/mine", Self.ofShop).hasNoGrant)
    }

    @Test("is no reply to a credential that belongs on servers, valid or not, wherever it stands and whatever is called")
    func secrets() async throws {
        let server = KeysServer(.crossOrigin { $0.credentials.append(.init(name: "plain", place: .header("X-Plain"), holds: .all)) }, store)
        let token = "eyJh.eyJz.c2ln"
        server.tokens.add(token, for: Caller(keyID: "t", kind: nil, scopes: [], tenant: "a"))
        #expect(try await server.send(.get, "/things", key: secret, Self.ofShop).status == 200)
        for path in ["/things", "/ping", "/maybe", "/either"] {
            for key in [secret, revoked, "sk_invented"] {
                #expect(try await server.send(.get, path, key: key, Self.ofShop).hasNoGrant, "\(path)")
                #expect(try await server.send(.get, "\(path)?a=b&api%5Fkey=\(key)", Self.ofShop).hasNoGrant, "\(path)")
                let both: KeyValuePairs = ["X-API-Key": publishable, "x-api-key": key, "X-Shop": "a"]
                #expect(try await server.send(.get, path, both).hasNoGrant, "\(path)")
                #expect(try await server.send(.get, "\(path)?api_key=\(key)", key: publishable, Self.ofShop).hasNoGrant, "\(path)")
                let basic = "basic  " + Base64.encode("\(key):ignored")
                #expect(try await server.send(.get, path, ["Authorization": basic, "X-Shop": "a"]).hasNoGrant, "\(path)")
            }
            #expect(try await server.send(.get, path, ["Authorization": "Bearer \(token)", "X-Shop": "a"]).hasNoGrant, "\(path)")
            #expect(try await server.send(.get, path, ["X-Plain": "anything", "X-Shop": "a"]).hasNoGrant, "\(path)")
            // The same without it can be read.
            #expect(try await server.send(.get, path, key: publishable, Self.ofShop)["Access-Control-Allow-Origin"] == "*", "\(path)")
        }
        #expect(try await server.send(.post, "/things", key: secret, Self.ofShop).hasNoGrant)
        // A POST that stands for what no script may call is none that a script may make.
        #expect(try await server.send(.post, "/things/1", key: publishable, ["X-Method": "DELETE", "X-Shop": "a"]).hasNoGrant)
    }

    @Test("is no reply where the API's own fields say otherwise")
    func ownFields() async throws {
        let server = KeysServer(.crossOrigin { $0.responseHeaders["Access-Control-Allow-Origin"] = .text("*") }, store)
        #expect(try await server.send(.get, "/things", key: secret, Self.ofShop).hasNoGrant)
        #expect(try await server.send(.get, "/things", key: publishable, Self.ofShop)["Access-Control-Allow-Origin"] == "*")
        #expect(try await server.preflight("GET", "/things")["Access-Control-Allow-Origin"] == "*")
    }

    @Test("is nothing of what no script may call, or what is not there")
    func elsewhere() async throws {
        let server = KeysServer(.crossOrigin(), store)
        for (method, path) in [(HTTPRequest.Method.get, "/nothing"), (.patch, "/things"), (.delete, "/things/1"), (.get, "/both")] {
            let reply = try await server.send(method, path, key: publishable, Self.ofShop)
            #expect(reply.status >= 400 && reply.hasNoGrant && reply["Vary"] == nil, "\(method) \(path)")
        }
    }

    @Test("are the documented header fields")
    func replyHeaders() async throws {
        let server = KeysServer(.crossOrigin(), store)
        let reply = try await server.send(.put, "/things/1", key: publishable, ["X-Shop": "a", "Content-Type": "application/json"])
        let fields =
            "X-Release, X-Request-Id, X-Cost, Location, X-Replayed, Sunset, WWW-Authenticate, Retry-After, RateLimit, RateLimit-Policy, X-Left"
        #expect(reply["Access-Control-Expose-Headers"] == fields)
        #expect(try await server.send(.get, "/ping", Self.ofShop)["Access-Control-Expose-Headers"] == "X-Release, X-Request-Id")
    }

    @Test("is told to caches by the fields that decide it, with and without a grant")
    func vary() async throws {
        let server = KeysServer(.crossOrigin(), store)
        for key in [publishable, secret] {
            #expect(try await server.send(.get, "/things", key: key, Self.ofShop)["Vary"] == "X-API-Key, Authorization")
        }
    }

    private static let ofShop: KeyValuePairs<String, String> = ["X-Shop": "a"]
}
