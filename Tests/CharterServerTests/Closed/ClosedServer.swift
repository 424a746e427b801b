import CharterRuntime
import CharterServerTesting
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded

@testable import CharterServer

/// An API in which every refusal can happen, served for one request.
///
/// Keys, tenants and handlers do as their names say; the tenant `shut` is suspended.
struct ClosedServer: Sendable {
    let log = RecordingLog()
    /// Says that a handler has begun which does not end.
    let arrivals: AsyncStream<Void>
    private let responder: RouterResponder<BasicRequestContext>
    private let transport: InProcessTransport

    /// - Parameter timeIsOver: Whether any time that somebody has is over at once.
    init(_ api: APIDescription, timeIsOver: Bool = false) async throws {
        let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
        self.arrivals = arrivals
        let now = Timestamp(secondsSinceEpoch: 1_777_593_600)
        let clock = AdjustableClock(at: now)
        let tenants = InMemoryTenantDirectory()
        tenants.suspend("shut")
        var routes = APIRoutes(
            api,
            keys: try Self.keys(api, now),
            tokens: InMemoryTokenVerifier(),
            tenants: tenants,
            callWait: .zero,
            clock: clock,
            quotas: InMemoryLimitStore(clock: clock)
        )
        routes.sleep = { _ in if !timeIsOver { try await Task.sleep(for: .seconds(3_600)) } }
        for endpoint in api.endpoints { Self.add(endpoint, to: &routes, InMemoryEffects(clock: clock)) { arrival.yield() } }
        routes.describe(by: APIDocument("{}"))
        let router = Router()
        // No limit comes to count by the address, which nothing says here: all callers have keys.
        routes.mount(on: router)
        responder = router.buildResponder()
        transport = InProcessTransport(router: router, logger: Logger(label: "closed") { [log] _ in log })
    }

    private static func keys(_ api: APIDescription, _ now: Timestamp) throws -> InMemoryKeyStore {
        let keys = InMemoryKeyStore(api)
        try keys.add(
            "sk_good",
            id: "good",
            kind: "secret",
            scopes: ["WRITE"],
            roles: ["acme": ["owner"], "shut": ["owner"]],
            tenant: "acme",
            otherTenants: ["shut"]
        )
        try keys.add("sk_guest", id: "guest", kind: "secret", scopes: ["WRITE"], roles: ["acme": ["guest"]], tenant: "acme")
        try keys.add("sk_weak", id: "weak", kind: "secret", scopes: [], tenant: "acme")
        try keys.add("sk_revoked", id: "revoked", kind: "secret", scopes: [], tenant: "acme", revokedAt: now)
        try keys.add("sk_expired", id: "expired", kind: "secret", scopes: [], tenant: "acme", expiresAt: now)
        try keys.add("pk_good", id: "public", kind: "publishable", scopes: ["WRITE"], roles: ["acme": ["owner"]], tenant: "acme")
        return keys
    }

    private static func add(
        _ endpoint: APIDescription.Endpoint,
        to routes: inout APIRoutes,
        _ effects: InMemoryEffects,
        _ arrive: @escaping @Sendable () -> Void
    ) {
        switch endpoint.id {
        case "list": routes.page(endpoint) { _ in Page<JSONValue>(items: [], next: nil) }
        case "write":
            routes.value(endpoint, { try $0.body() as JSONValue }, payload: { $0 }, in: effects) { body, _, _ in
                if body["text"] == .string("wait") {
                    arrive()
                    try await Task.sleep(for: .seconds(3_600))
                }
                return body
            }
        case "refused": routes.value(endpoint) { _ -> JSONValue in throw Refusal.invalidRequest([]) }
        case "missing": routes.value(endpoint) { _ -> JSONValue in throw Refusal.notImplemented }
        case "gone": routes.value(endpoint) { _ -> JSONValue in throw Refusal.notFound }
        case "broken": routes.value(endpoint) { _ -> JSONValue in throw SecretFault() }
        case "slow":
            routes.value(endpoint) { _ -> JSONValue in
                try await Task.sleep(for: .seconds(3_600))
                return .null
            }
        default: routes.value(endpoint) { _ in JSONValue.null }
        }
    }

    /// Sends a request to a path below the base path.
    func send(_ call: ClosedCall) async throws -> TrialReply {
        var request = HTTPRequest(method: call.method, scheme: "https", authority: "closed.example", path: "/v1" + call.path)
        request.headerFields = call.headerFields
        if !call.body.isEmpty, !request.headerFields.contains(.contentType) { request.headerFields[.contentType] = "application/json" }
        return TrialReply(try await transport.send(request, body: Array(call.body.utf8)))
    }

    /// Sends a request whose body takes too long, and says the status of the answer.
    func sendSlowly(_ call: ClosedCall) async throws -> Int {
        var head = HTTPRequest(method: call.method, scheme: "https", authority: "closed.example", path: "/v1" + call.path)
        head.headerFields = call.headerFields
        head.headerFields[.contentType] = "application/json"
        let parts = AsyncThrowingStream<ByteBuffer, any Error> { $0.finish(throwing: SlowBody(limit: .seconds(60))) }
        let logger = Logger(label: "closed") { [log] _ in log }
        let context = BasicRequestContext(source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger))
        let request = Request(head: head, body: RequestBody(asyncSequence: parts))
        return try await responder.respond(to: request, context: context).status.code
    }
}
