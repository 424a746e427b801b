import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

@Suite("Authentication")
struct AuthenticationTests {
    @Test("takes a key that is valid now", arguments: [TrialServer.reader, TrialServer.admin, TrialServer.expiresLater])
    func validKey(key: String) async throws {
        let reply = try await TrialServer().send(.get, "communities/a/events/x", key: key)
        #expect(reply.status == 200)
    }

    @Test(
        "answers 401 with a code for each fault",
        arguments: [
            (nil, "credential-missing"), ("", "credential-empty"), ("hello", "credential-malformed"),
            ("PK_LIVE_reader", "credential-malformed"), ("sk_live_nobody", "credential-unknown"), ("pk_live_", "credential-unknown"),
            (TrialServer.revoked, "credential-revoked"), (TrialServer.expired, "credential-expired"),
        ] as [(String?, String)]
    )
    func refusedKey(key: String?, code: String) async throws {
        let reply = try await TrialServer().send(.get, "communities/a/events/x", key: key)
        #expect(reply.outcome == "401 \(code)")
        #expect(reply.head.headerFields[.wwwAuthenticate] == #"ApiKey realm="Trial""#)
        #expect(reply.head.headerFields[.contentType] == "application/problem+json")
    }

    @Test("answers 401 to two keys, even if both are valid")
    func repeatedField() async throws {
        var fields = HTTPFields()
        fields.append(HTTPField(name: .apiKey, value: TrialServer.reader))
        fields.append(HTTPField(name: .apiKey, value: TrialServer.reader))
        let reply = try await TrialServer().send(.get, "communities/a/events/x", fields: fields)
        #expect(reply.outcome == "401 credential-repeated")
    }

    @Test("does not repeat the key")
    func keyIsNotRepeated() async throws {
        let server = try TrialServer()
        for key in ["sk_live_guess", "guess", TrialServer.revoked] {
            let reply = try await server.send(.get, "communities/a/events/x", key: key)
            #expect(!reply.text.contains(key))
        }
        #expect(!server.log.entries.joined().contains("guess"))
    }

    @Test("asks for no key where the endpoint asks for none, and ignores a bad one", arguments: [nil, "hello", TrialServer.revoked])
    func anonymous(key: String?) async throws {
        let reply = try await TrialServer().send(.get, "ping", key: key)
        #expect(reply.status == 204)
    }

    @Test("does not trust a record of another kind than the key's prefix")
    func recordOfOtherKind() async throws {
        struct ConfusedStore: KeyStore {
            func key(hashed hash: KeyHash) async throws -> StoredKey? {
                StoredKey(id: "k", kind: "secret", scopes: ["ADMIN"], tenant: "a")
            }
        }
        let stage = Authenticated(store: ConfusedStore())
        #expect(try await stage.outcome(key: "pk_live_x") == "401 credential-unknown")
        #expect(try await stage.outcome(key: "sk_live_x") == "200")
    }

    @Test("answers 500 if the store fails")
    func failingStore() async throws {
        struct BrokenStore: KeyStore {
            func key(hashed hash: KeyHash) async throws -> StoredKey? { throw SecretFault() }
        }
        let stage = Authenticated(store: BrokenStore())
        #expect(try await stage.outcome(key: "sk_live_x") == "500 internal-error")
    }

    @Test("lets a record hold no more than its kind may")
    func recordAboveCap() async throws {
        struct GenerousStore: KeyStore {
            func key(hashed hash: KeyHash) async throws -> StoredKey? {
                StoredKey(id: "k", kind: "publishable", scopes: ["ADMIN"], tenant: "a")
            }
        }
        let stage = Authenticated(store: GenerousStore())
        #expect(try await stage.outcome(key: "pk_live_x") == "403 insufficient-scope")
    }
}
