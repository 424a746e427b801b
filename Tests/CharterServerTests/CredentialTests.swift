import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// Every place of a credential, and every way to ask for several.
@Suite("Credentials")
struct CredentialTests {
    typealias Credential = APIDescription.Credential

    private func server(
        _ credentials: [Credential],
        _ auth: APIDescription.Requirement,
        environment: String? = nil
    ) throws -> SmallServer {
        let api = APIDescription.small([.get { ($0.auth, $0.keyKinds) = (auth, ["secret"]) }]) {
            $0.credentials = credentials
            $0.servers[0].environment = environment
        }
        let server = SmallServer(api)
        for name in credentials.filter({ $0.form == .key && $0.kinds.isEmpty }).map(\.name) {
            try server.keys.add("plain-\(name)", id: name, kind: nil, credential: name, scopes: [], tenant: nil)
        }
        server.tokens.add("aa.bb.cc", for: Caller(keyID: nil, kind: nil, scopes: [], user: "ann", tenant: nil))
        server.tokens.refuse("ee.ee.ee", for: .expired)
        server.tokens.refuse("rr.rr.rr", for: .revoked)
        return server
    }

    @Test(
        "are read at every place",
        arguments: [
            (.header("X-Key"), "/things", .of(("x-key", "plain-k")), "200"),
            (.scheme("ApiKey", header: "Authorization"), "/things", .of(("Authorization", "apikey plain-k")), "200"),
            (.scheme("ApiKey", header: "Authorization"), "/things", .of(("Authorization", "ApiKey")), "401 credential-empty"),
            (.scheme("ApiKey", header: "Authorization"), "/things", .of(("Authorization", "Bearer plain-k")), "401 credential-malformed"),
            (.scheme("ApiKey", header: "Authorization"), "/things", .of(("Authorization", "plain-k")), "401 credential-malformed"),
            (.query("key"), "/things?key=plain%2Dk", [:], "200"),
            (.query("key"), "/things?key=", [:], "401 credential-empty"),
            (.query("key"), "/things?key=plain-k&key=plain-k", [:], "401 credential-repeated"),
            (.query("key"), "/things?key=%zz", [:], "401 credential-malformed"),
            (.query("key"), "/things", .of(("key", "plain-k")), "401 credential-missing"),
            // "plain-k:", "plain-k:x:y", ":plain-k", "u:plain-k" and "plain-k" in Base64
            (.basic(.user, other: .any), "/things", .of(("Authorization", "Basic cGxhaW4tazo=")), "200"),
            (.basic(.user, other: .any), "/things", .of(("Authorization", "basic cGxhaW4tazp4Onk=")), "200"),
            (.basic(.user, other: .any), "/things", .of(("Authorization", "Basic OnBsYWluLWs=")), "401 credential-empty"),
            (.basic(.password, other: .any), "/things", .of(("Authorization", "Basic OnBsYWluLWs=")), "200"),
            (.basic(.password, other: .any), "/things", .of(("Authorization", "Basic dTpwbGFpbi1r")), "200"),
            (.basic(.user, other: .any), "/things", .of(("Authorization", "Basic cGxhaW4taw==")), "401 credential-malformed"),
            (.basic(.user, other: .any), "/things", .of(("Authorization", "Basic ?")), "401 credential-malformed"),
            (.basic(.user, other: .empty), "/things", .of(("Authorization", "Basic cGxhaW4tazo=")), "200"),
            (.basic(.user, other: .empty), "/things", .of(("Authorization", "Basic cGxhaW4tazp4Onk=")), "401 credential-malformed"),
            (.basic(.user, other: .empty), "/things", .of(("Authorization", "Basic OnBsYWluLWs=")), "401 credential-empty"),
            (.basic(.password, other: .empty), "/things", .of(("Authorization", "Basic OnBsYWluLWs=")), "200"),
            (.basic(.password, other: .empty), "/things", .of(("Authorization", "Basic dTpwbGFpbi1r")), "401 credential-malformed"),
        ] as [(Credential.Place, String, HTTPFields, String)]
    )
    func places(place: Credential.Place, path: String, fields: HTTPFields, outcome: String) async throws {
        let server = try server([Credential(name: "k", place: place)], .one("k"))
        let reply = try await server.send(.get, path, fields)
        #expect(reply.outcome == outcome)
        #expect(outcome != "200" || reply.echo?.credential == "k")
        #expect(outcome == "200" || reply["WWW-Authenticate"] == nil)
    }

    @Test(
        "are looked up at the places behind the first one",
        arguments: [
            ("/things?key=plain-k", nil, .reject, "200"), ("/things?key=plain-k", "", .reject, "200"),
            ("/things?key=plain-k", "plain-k", .reject, "401 credential-repeated"),
            ("/things?key=plain-k", "other", .first, "401 credential-unknown"),
            ("/things?key=other", "plain-k", .first, "200"), ("/things?key=", nil, .reject, "401 credential-empty"),
        ] as [(String, String?, Credential.Duplicates, String)]
    )
    func fallbacks(path: String, header: String?, duplicates: Credential.Duplicates, outcome: String) async throws {
        let credential = Credential(name: "k", place: .header("X-Key"), fallbackPlaces: [.query("key")], duplicates: duplicates)
        let reply = try await server([credential], .one("k")).send(.get, path, header.map { .of(("X-Key", $0)) } ?? [:])
        #expect(reply.outcome == outcome)
    }

    private static let key = Credential(name: "key", place: .header("X-Key"), challenge: "Key")
    private static let person = Credential(
        name: "person",
        place: .scheme("Bearer", header: "Authorization"),
        form: .jwt,
        challenge: "Bearer"
    )
    private static let service = Credential(
        name: "service",
        place: .scheme("Bearer", header: "Authorization"),
        kinds: [
            .init(name: "secret", prefix: "sk_", form: "[0-9]{4}", use: .serverOnly, holds: .all, environment: "live"),
            .init(name: "public", prefix: "pk_", use: .anywhere, holds: .all),
        ],
        challenge: "Bearer"
    )

    @Test(
        "are alternatives to each other",
        arguments: [
            (nil, "aa.bb.cc", "person"), ("plain-key", nil, "key"), ("plain-key", "aa.bb.cc", "key"),
            ("wrong", "aa.bb.cc", "401 credential-unknown"), (nil, nil, "401 credential-missing"), ("", "aa.bb.cc", "person"),
            ("wrong", nil, "401 credential-unknown"), (nil, "zz.zz.zz", "401 credential-unknown"),
            (nil, "zz.zz", "401 credential-malformed"), (nil, "ee.ee.ee", "401 credential-expired"),
            (nil, "rr.rr.rr", "401 credential-revoked"), ("", nil, "401 credential-empty"),
        ] as [(String?, String?, String)]
    )
    func alternatives(key: String?, token: String?, outcome: String) async throws {
        let reply = try await send(.any([["key"], ["person"]]), key, token)
        #expect(reply.echo?.credential ?? reply.outcome == outcome)
        #expect(reply.status == 200 || reply.head.headerFields[values: .wwwAuthenticate] == ["Key", "Bearer"])
    }

    @Test(
        "that share a header field are told apart by the word in front, so that the fault is that of the one which is meant",
        arguments: [
            ("Basic", "401 credential-empty"), ("Bearer", "401 credential-empty"), ("Basic x", "401 credential-malformed"),
            ("Digest x", "401 credential-malformed"), ("Basic d3Jvbmc6", "401 credential-unknown"), ("Basic cGxhaW4ta2V5Og==", "200"),
        ]
    )
    func sharedField(value: String, outcome: String) async throws {
        let basic = Credential(name: "key", place: .basic(.user, other: .empty), holds: .all)
        let bearer = Credential(name: "person", place: .scheme("Bearer", header: "Authorization"), form: .jwt, holds: .all)
        for auth: APIDescription.Requirement in [.any([["key"], ["person"]]), .any([["person"], ["key"]])] {
            let server = try server([basic, bearer], auth)
            #expect(try await server.send(.get, "/things", .of(("Authorization", value))).outcome == outcome)
        }
    }

    @Test(
        "may be asked for together",
        arguments: [
            ("plain-key", "aa.bb.cc", "200"), ("plain-key", nil, "401 credential-missing"), (nil, "aa.bb.cc", "401 credential-missing"),
            ("plain-key", "zz.zz.zz", "401 credential-unknown"),
        ] as [(String?, String?, String)]
    )
    func together(key: String?, token: String?, outcome: String) async throws {
        let reply = try await send(.all(["key", "person"]), key, token)
        #expect(reply.outcome == outcome)
        if outcome == "200" {
            #expect(reply.echo?.key == "key")
            #expect(reply.echo?.user == "ann")
        }
    }

    @Test(
        "may be left out where anonymous callers are let in, but must be valid if they are there",
        arguments: [(nil, "200"), ("aa.bb.cc", "person"), ("zz.zz.zz", "401 credential-unknown"), ("nonsense", "401 credential-malformed")]
            as [(String?, String)]
    )
    func anonymous(token: String?, outcome: String) async throws {
        let reply = try await send(.any([["person"], []]), nil, token)
        #expect(reply.echo?.credential ?? reply.outcome == outcome)
    }

    @Test(
        "of other endpoints are told from unknown ones",
        arguments: [
            (.one("person"), nil, "sk_1234", "401 credential-foreign"), (.one("person"), "plain-key", nil, "401 credential-foreign"),
            (.one("service"), nil, "aa.bb.cc", "401 credential-foreign"), (.one("service"), nil, "sk_12345", "401 credential-malformed"),
            (.one("service"), nil, "sk_1234", "401 credential-unknown"), (.one("service"), nil, "pk_", "401 credential-unknown"),
        ] as [(APIDescription.Requirement, String?, String?, String)]
    )
    func foreign(auth: APIDescription.Requirement, key: String?, token: String?, outcome: String) async throws {
        #expect(try await send(auth, key, token).outcome == outcome)
    }

    @Test("of one environment are not valid in another", arguments: [("live", "200"), ("test", "401 credential-foreign"), (nil, "200")])
    func environment(name: String?, outcome: String) async throws {
        let server = try server([Self.service], .one("service"), environment: name)
        try server.keys.add("sk_1234", id: "s", kind: "secret", scopes: [], tenant: nil)
        #expect(try await server.send(.get, "/things", .of(("Authorization", "Bearer sk_1234"))).outcome == outcome)
    }

    @Test("that are tokens are not taken where nothing verifies them, should a server begin without")
    func noVerifier() async throws {
        let api = APIDescription.small([.get { $0.auth = .one("person") }]) { $0.credentials = [Self.person] }
        let reply = try await SmallServer(api, hasTokens: false).send(.get, "/things", .of(("Authorization", "Bearer aa.bb.cc")))
        #expect(reply.outcome == "500 internal-error")
    }

    private func send(_ auth: APIDescription.Requirement, _ key: String?, _ token: String?) async throws -> TrialReply {
        var fields = HTTPFields()
        if let key { fields = .of(("X-Key", key)) }
        if let token { fields[.authorization] = "Bearer \(token)" }
        return try await server([Self.key, Self.person, Self.service], auth).send(.get, "/things", fields)
    }
}
