import CharterClient
import CharterRuntime
import HTTPTypes
import Testing

@Suite("credentials")
struct CredentialTests {
    struct PublicKey: APIKey {
        static let credential = "apiKey"
        static let kind = "public"
        static let prefix = "pk_live_"
        let text: String

        init(_ text: String) throws(InvalidKey) {
            self.text = try InvalidKey.checking(text, prefix: Self.prefix)
        }
    }

    struct PersonToken: APIKey {
        static let credential = "person"
        static let kind = ""
        static let prefix = ""
        let text: String

        init(_ text: String) throws(InvalidKey) {
            self.text = try InvalidKey.checking(text)
        }
    }

    private func call(presenting place: APIDescription.Credential.Place, key: String = "sk_live_1") throws -> Call {
        let key = try SecretKey(key)
        return Call {
            $0.api.credentials[0].place = place
            $0.keys = [key]
        }
    }

    @Test(
        "stand in a header field, alone or behind their scheme",
        arguments: [
            (.header("X-API-Key"), "X-API-Key", "sk_live_1"),
            (.scheme("ApiKey", header: "Authorization"), "Authorization", "ApiKey sk_live_1"),
            (.basic(.user, other: .empty), "Authorization", "Basic c2tfbGl2ZV8xOg=="),
            (.basic(.password, other: .any), "Authorization", "Basic OnNrX2xpdmVfMQ=="),
        ] as [(APIDescription.Credential.Place, String, String)]
    )
    func headerFields(place: APIDescription.Credential.Place, name: String, value: String) async throws {
        let request = try await call(presenting: place).request()
        #expect(request.header(name) == value)
        #expect(request.headerFields.first { $0.value == value }?.indexingStrategy == .disallow)
        #expect(request.path == "/v1/shops/s/orders/7")
    }

    @Test("stand in the query, behind everything else")
    func query() async throws {
        var call = try call(presenting: .query("api key"))
        call.endpoint.queryParameters = [.init(name: "state", schema: .string())]
        #expect(try await call.request(query: ["state": "new"]).path == "/v1/shops/s/orders/7?state=new&api%20key=sk_live_1")
    }

    @Test("with a colon are no user name, but may be a password")
    func colon() async throws {
        #expect(try await call(presenting: .basic(.user, other: .empty), key: "sk_live_a:b").reason() == .colonInKey(credential: "apiKey"))
        #expect(try await call(presenting: .basic(.password, other: .any), key: "sk_live_a:b").reason() == nil)
    }

    @Test(
        "are those of the first alternative for which there are keys",
        arguments: [
            (.any([["apiKey"], ["person"]]), ["sk_live_1", "Bearer t.o.k"], "sk_live_1", nil),
            (.any([["person"], ["apiKey"]]), ["sk_live_1"], "sk_live_1", nil),
            (.any([["apiKey"], ["person"]]), ["Bearer t.o.k"], nil, "Bearer t.o.k"),
            (.all(["apiKey", "person"]), ["sk_live_1", "Bearer t.o.k"], "sk_live_1", "Bearer t.o.k"),
            (.any([["apiKey", "person"], ["person"]]), ["Bearer t.o.k"], nil, "Bearer t.o.k"),
            (.any([[], ["apiKey"]]), ["sk_live_1"], "sk_live_1", nil),
            (.any([["apiKey"], []]), [], nil, nil), (.none, ["sk_live_1", "Bearer t.o.k"], nil, nil),
        ] as [(APIDescription.Requirement, [String], String?, String?)]
    )
    func alternatives(auth: APIDescription.Requirement, held: [String], key: String?, token: String?) async throws {
        let call = try twoCredentials(auth, held: held)
        let request = try await call.request()
        #expect(request.header("X-API-Key") == key)
        #expect(request.header("Authorization") == token)
    }

    @Test(
        "are rather those of an alternative whose keys can hold the scope",
        arguments: [
            (.any([["apiKey"], ["person"]]), nil, "Bearer t.o.k"),
            (.any([["apiKey"], ["apiKey", "person"]]), "sk_live_1", "Bearer t.o.k"),
            (.all(["apiKey", "person"]), "sk_live_1", "Bearer t.o.k"), (.one("apiKey"), "sk_live_1", nil),
        ] as [(APIDescription.Requirement, String?, String?)]
    )
    func able(auth: APIDescription.Requirement, key: String?, token: String?) async throws {
        var call = try twoCredentials(auth, held: ["sk_live_1", "Bearer t.o.k"])
        call.api.scopes = [.init(name: "bills", about: "Bills")]
        call.api.credentials[0].kinds = [.init(name: "secret", prefix: "sk_live_", use: .serverOnly, holds: .only([]))]
        call.api.credentials[1].holds = .only(["bills"])
        call.endpoint.scope = .one("bills")
        let request = try await call.request()
        #expect(request.header("X-API-Key") == key)
        #expect(request.header("Authorization") == token)
    }

    @Test("are named where they are missing")
    func missing() async throws {
        let both = try await twoCredentials(.all(["apiKey", "person"]), held: ["sk_live_1"]).reason()
        #expect(both == .missingKeys([["apiKey", "person"]]))
        let none = try #require(try await twoCredentials(.any([["apiKey"], ["person"]]), held: []).reason())
        #expect(none == .missingKeys([["apiKey"], ["person"]]))
        #expect(none.description == #"the endpoint asks for "apiKey", or "person", and the client does not have the keys for it"#)
        #expect(try await twoCredentials(.one("person"), held: ["sk_live_1"]).reason() == .missingKey(credential: "person"))
    }

    @Test("are of a kind that may call the endpoint, where there is a choice")
    func kinds() async throws {
        let keys: [any APIKey] = [try PublicKey("pk_live_1"), try SecretKey("sk_live_1"), try SecretKey("sk_live_2")]
        #expect(try await Call { $0.keys = keys }.request().header("X-API-Key") == "sk_live_1")
        let open = Call {
            $0.keys = keys
            $0.endpoint.keyKinds = ["secret", "public"]
        }
        #expect(try await open.request().header("X-API-Key") == "pk_live_1")
    }

    @Test("may be tokens, which have no kind and show nothing of themselves")
    func tokens() throws {
        let token = try PersonToken("ey.J.x")
        #expect(token.description == "…")
        #expect("\(token)\(String(reflecting: token))" == "…PersonToken(…)")
        let empty = #expect(throws: InvalidKey.self) { try PersonToken("") }
        #expect(empty?.description == "a key or token is needed, and this text is empty")
        let broken = #expect(throws: InvalidKey.self) { try PersonToken("ey\n") }
        #expect(broken?.fault == .characters)
    }

    private func twoCredentials(_ auth: APIDescription.Requirement, held: [String]) throws -> Call {
        let keys = try held.map { text -> any APIKey in
            if text.hasPrefix("sk") { return try SecretKey(text) }
            return try PersonToken(String(text.dropFirst("Bearer ".count)))
        }
        return Call {
            $0.api.credentials.append(.init(name: "person", place: .scheme("Bearer", header: "Authorization"), form: .jwt))
            $0.endpoint.auth = auth
            $0.keys = keys
        }
    }
}
