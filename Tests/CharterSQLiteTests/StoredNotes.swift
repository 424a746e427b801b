import CharterRuntime
import CharterServer
import CharterServerTesting
import CharterSQLite
import HTTPTypes
import Hummingbird

/// Notes that are written through a server into a store: each once, three an hour, and by a reply that shows a secret.
struct StoredNotes: Sendable {
    private let transport: InProcessTransport

    /// - Parameters:
    ///   - fails: Whether the handler fails behind what it has written.
    ///   - stored: Where its callers' keys are, instead of the one that it knows by itself.
    ///   - throttle: How many requests a second pass, counted in the store.
    init(
        _ store: SQLiteStore,
        clock: AdjustableClock,
        secret: ServerSecret = ServerSecret(bytes: Array(0..<32)),
        fails: Bool = false,
        throttle: Int? = nil,
        keys stored: SQLiteStore? = nil
    ) throws {
        let api = APIDescription.storedNotes(throttle)
        let keys = InMemoryKeyStore(api)
        try keys.add("robot", id: "robot", kind: nil, credential: "key", scopes: [], tenant: "a")
        var routes = APIRoutes(
            api,
            keys: stored ?? keys as any KeyStore,
            secret: secret,
            callWait: .seconds(600),
            clock: clock,
            throttles: store
        )
        routes.value(api.endpoints[0], { try $0.body() as JSONValue }, payload: { $0 }, in: store) { note, _, transaction in
            try await transaction.note("a note")
            if fails { throw Failure() }
            return JSONValue.object(["secret": .string("sk_only_shown_once"), "note": note])
        }
        let router = Router()
        routes.register(on: router)
        transport = InProcessTransport(router: router)
    }

    /// Writes a note, and says how that was answered: the status, and whether it was so before.
    func write(_ text: String = "milk", once: String? = "the-key-of-this-call") async throws -> (outcome: String, reply: HTTPReply) {
        var request = HTTPRequest(method: .post, scheme: "https", authority: "notes.example", path: "/notes")
        request.headerFields[.contentType] = "application/json"
        for (name, value) in [("X-Key", "robot"), ("Once", once)] { HTTPField.Name(name).map { request.headerFields[$0] = value } }
        let reply = try await transport.send(request, body: Array(#"{"text": "\#(text)"}"#.utf8))
        let isReplay = HTTPField.Name("Again").flatMap { reply.head.headerFields[$0] } == "true"
        return ("\(reply.head.status.code)\(isReplay ? " again" : "")", reply)
    }
}

extension APIDescription {
    fileprivate static func storedNotes(_ throttle: Int?) -> APIDescription {
        APIDescription(
            name: "Notes",
            title: "Notes",
            version: "1",
            servers: [Server(name: "production", url: "https://notes.example")],
            credentials: [Credential(name: "key", place: .header("X-Key"))],
            limits: [
                Limit(name: "requests", allow: throttle ?? 1_000_000, window: .sliding(seconds: 1), partition: .key, kind: .throttle),
                Limit(
                    name: "notes",
                    allow: throttle == nil ? 3 : 1_000_000,
                    window: .sliding(seconds: 3_600),
                    partition: .tenant,
                    kind: .quota,
                    counts: .effects
                ),
            ],
            limitHeaders: LimitHeaders(retryAfter: true),
            errors: .problem,
            endpoints: [
                Endpoint(
                    id: "writeNote",
                    method: .post,
                    path: "/notes",
                    summary: "Write a note",
                    auth: .one("key"),
                    limits: throttle == nil ? ["notes"] : ["requests", "notes"],
                    idempotency: Idempotency(
                        name: "once",
                        place: .header("Once"),
                        form: .string(length: .init(1, 40)),
                        retention: 86_400,
                        scope: [.tenant, .endpoint],
                        comparesPayload: true,
                        remembers: .successes,
                        replayHeader: "Again"
                    ),
                    requestBody: .init(schema: .object([.init("text", .string(length: .init(1, 100)))]), example: "{}"),
                    success: .init(status: 201, body: .any)
                )
            ],
            types: [:]
        )
    }
}
