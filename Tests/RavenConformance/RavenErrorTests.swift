import CharterRuntime
import CharterServer
import CharterServerTesting
import HTTPTypes
import Hummingbird
import RavenModels
import RavenRoutes
import Testing

/// The documented error body, on each kind of failure.
@Suite("Errors of Raven")
struct RavenErrorTests {
    /// A request that fails.
    struct Trial: Sendable, CustomTestStringConvertible {
        let name: String
        let status: Int
        let method: HTTPRequest.Method
        let path: String
        let sender: Wire.Sender
        var media = "application/json"
        var body: String?
        /// What the message must speak of, so that its reader can mend the request.
        var word = ""

        var testDescription: String { "\(status) \(name)" }
    }

    private static let message = #"{"channel": "sms", "to": "+351912345678", "text": "Hello"}"#
    private static let service = Wire.Sender.service(.acme)
    private static let oneKey = "/admin/api-keys/\(Landmarks.acme.key)"

    private static func token(_ text: String) -> Wire.Sender {
        .fields(["Authorization": "Bearer \(text)", "X-App-Name": "raven-cloud", "X-Tenant-Slug": "acme-co"])
    }

    private static func key(_ text: String) -> Wire.Sender { .fields(["X-Raven-Key": text]) }

    /// A key whose time is over.
    private static func over(_ state: Fixtures.State) -> Wire.Sender { key(SampleKey(tenant: Landmarks.acme.slug, state: state).text) }

    static let trials: [Trial] = [
        Trial(name: "no JSON", status: 400, method: .post, path: "/messages", sender: service, body: "{", word: "body"),
        Trial(name: "no body", status: 400, method: .post, path: "/messages", sender: service, word: "body"),
        Trial(name: "a field missing", status: 400, method: .post, path: "/messages", sender: service, body: "{}", word: "channel"),
        Trial(
            name: "an unknown channel",
            status: 400,
            method: .post,
            path: "/messages",
            sender: service,
            body: message.replacing("sms", with: "fax"),
            word: "channel"
        ),
        Trial(
            name: "another media type",
            status: 415,
            method: .post,
            path: "/messages",
            sender: service,
            media: "text/plain",
            body: message
        ),
        Trial(
            name: "too large",
            status: 413,
            method: .post,
            path: "/messages",
            sender: service,
            body: String(repeating: " ", count: 1_048_577)
        ),
        Trial(
            name: "both spellings",
            status: 400,
            method: .post,
            path: "/admin/api-keys",
            sender: .owner,
            body: #"{"name": "Shop", "rateLimitRpm": 1, "rate_limit_rpm": 1}"#,
            word: "rate_limit_rpm"
        ),
        Trial(
            name: "both spellings of the idempotency key",
            status: 400,
            method: .post,
            path: "/admin/api-keys",
            sender: .owner,
            body: #"{"name": "Shop", "idempotency_key": "a", "idempotencyKey": "a"}"#,
            word: "idempotency_key"
        ),
        Trial(
            name: "an idempotency key of no letters",
            status: 400,
            method: .post,
            path: "/messages",
            sender: service,
            body: #"{"channel": "sms", "to": "1", "text": "Hello", "idempotency_key": ""}"#,
            word: "idempotency_key"
        ),
        Trial(name: "a page too large", status: 400, method: .get, path: "/messages?limit=201", sender: service, word: "limit"),
        Trial(name: "no cursor of ours", status: 400, method: .get, path: "/messages?cursor=x", sender: service, word: "cursor"),
        Trial(name: "no identifier", status: 400, method: .get, path: "/messages/one", sender: service, word: "id"),
        Trial(
            name: "no application",
            status: 400,
            method: .get,
            path: "/admin/me",
            sender: .fields(["Authorization": "Bearer \(Account.ada.token)"]),
            word: "X-App-Name"
        ),
        Trial(
            name: "no tenant",
            status: 400,
            method: .get,
            path: "/admin/api-keys",
            sender: .fields(["Authorization": "Bearer \(Account.ada.token)", "X-App-Name": "raven-cloud"]),
            word: "X-Tenant-Slug"
        ),
        Trial(name: "no key", status: 401, method: .get, path: "/messages", sender: .nobody, word: "X-Raven-Key"),
        Trial(name: "no token", status: 401, method: .get, path: "/admin/tenants", sender: .nobody, word: "Authorization"),
        Trial(name: "a malformed key", status: 401, method: .get, path: "/messages", sender: key("sk_1")),
        Trial(name: "an unknown key", status: 401, method: .get, path: "/messages", sender: key("rk_live_nobody")),
        Trial(name: "a revoked key", status: 401, method: .get, path: "/messages", sender: over(.revoked)),
        Trial(name: "an expired key", status: 401, method: .get, path: "/messages", sender: over(.expired)),
        Trial(name: "a malformed token", status: 401, method: .get, path: "/admin/me", sender: token("x")),
        Trial(name: "an unknown token", status: 401, method: .get, path: "/admin/me", sender: token("a.b.c")),
        Trial(name: "a revoked token", status: 401, method: .get, path: "/admin/me", sender: token(Account.revokedToken)),
        Trial(name: "an expired token", status: 401, method: .get, path: "/admin/me", sender: token(Account.expiredToken)),
        Trial(name: "a person where services call", status: 401, method: .get, path: "/messages", sender: .owner, word: "X-Raven-Key"),
        Trial(name: "a key where people call", status: 401, method: .get, path: "/admin/tenants", sender: service, word: "Authorization"),
        Trial(name: "the role", status: 403, method: .delete, path: oneKey, sender: .person(.ben, "acme-co"), word: "owner"),
        Trial(name: "a suspended tenant", status: 403, method: .get, path: "/messages", sender: .service(.cedar)),
        Trial(name: "a person's suspended tenant", status: 403, method: .get, path: "/admin/api-keys", sender: .person(.ada, "cedar-mill")),
        Trial(name: "nothing of that name", status: 404, method: .get, path: "/messages/\(Landmarks.acme.key)", sender: service),
        Trial(name: "another's message", status: 404, method: .get, path: "/messages/\(Landmarks.acme.message)", sender: .service(.birch)),
        Trial(name: "another's slug", status: 404, method: .get, path: "/admin/api-keys", sender: .person(.cleo, "acme-co")),
        Trial(name: "another's tenant", status: 404, method: .get, path: "/admin/tenants/\(Landmarks.birch.id)", sender: .owner),
        Trial(name: "no such path", status: 404, method: .get, path: "/nowhere?x=1", sender: .owner),
        Trial(name: "no such method", status: 405, method: .put, path: "/messages", sender: service),
        Trial(name: "a question for methods", status: 405, method: .options, path: "/messages", sender: service),
        Trial(
            name: "a slug taken",
            status: 409,
            method: .post,
            path: "/admin/tenants",
            sender: .owner,
            body: #"{"name": "Acme", "slug": "acme-co"}"#,
            word: "slug"
        ),
    ]

    @Test("say status, instant, path and message, and nothing else", arguments: trials)
    func body(_ trial: Trial) async throws {
        let wire = Wire(try InMemoryRaven.transport())
        let reply = try await wire.send(trial.method, trial.path, as: trial.sender, media: trial.media, body: trial.body)
        try expectDocumentedBody(reply, status: trial.status, path: trial.path, word: trial.word)
    }

    @Test("tell nothing of a failure that is the server's own")
    func serverFault() async throws {
        let router = Router()
        let server = InMemoryRaven([], keys: [], accounts: [], tokens: InMemoryTokenVerifier())
        let routes = APIRoutes(
            .raven,
            keys: BrokenKeyStore(),
            tokens: InMemoryTokenVerifier(),
            tenants: server,
            clock: UnhurriedClock(at: InMemoryRaven.now)
        )
        server.register(on: router, through: routes, effects: InMemoryEffects())
        let reply = try await Wire(InProcessTransport(router: router)).send(.get, "/messages", as: Self.service)
        try expectDocumentedBody(reply, status: 500, path: "/messages")
        #expect(!"\(reply.members ?? [:])".contains("pantry"))
    }

    @Test("say when to come back where a key has called too often")
    func tooOften() async throws {
        let wire = Wire(try InMemoryRaven.transport(clock: AdjustableClock(at: InMemoryRaven.now)))
        for _ in 0..<60 { #expect(try await wire.send(.get, "/messages", as: Self.service).status == 200) }
        let reply = try await wire.send(.get, "/messages", as: Self.service)
        try expectDocumentedBody(reply, status: 429, path: "/messages")
        #expect(reply.retryAfter == "60")
    }

    @Test("have the statuses of the documentation's table, and three that it leaves out")
    func statuses() {
        let tried = Set(Self.trials.map(\.status)).union([429, 500])
        #expect(tried == Set([400, 401, 403, 404, 409, 429, 500]).union([405, 413, 415]))
    }

    private func expectDocumentedBody(_ reply: WireReply, status: Int, path: String, word: String = "") throws {
        #expect(reply.status == status)
        #expect(reply.media == "application/json")
        let members = try #require(reply.members)
        #expect(Set(members.keys) == ["statusCode", "timestamp", "path", "message"])
        #expect(members["statusCode"] == .integer(Int64(status)))
        #expect(members["timestamp"] == .string("2026-09-30T16:20:00.250Z"))
        #expect(members["path"] == .string("/v1" + path.prefix { $0 != "?" }))
        guard case .string(let message)? = members["message"] else {
            Issue.record("the message is no text")
            return
        }
        #expect(!message.isEmpty)
        #expect(word.isEmpty || message.contains(word), "\(message)")
    }
}

/// A store that cannot answer.
private struct BrokenKeyStore: KeyStore {
    private struct Fault: Error { let cause = "the pantry is locked" }

    func key(hashed hash: KeyHash) throws -> StoredKey? { throw Fault() }
}
