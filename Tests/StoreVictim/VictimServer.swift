import CharterRuntime
import CharterServer
import CharterServerTesting
import CharterSQLite
import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import RavenModels
import RavenRoutes

/// Raven with its generated routes over a store, of which the process may end at each step of a call.
struct VictimServer {
    private let transport: InProcessTransport
    private let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_593_600))
    private let steps: VictimSteps

    init(_ store: SQLiteStore, end: String?) throws {
        steps = VictimSteps(end: end)
        let keys = InMemoryKeyStore(.raven)
        try keys.add(Self.key, id: "key", kind: "live", scopes: [], tenant: "acme-co")
        let tenants = InMemoryTenantDirectory(subscriptions: ["acme-co": TenantSubscription(plan: "hatchling")])
        let secret = ServerSecret(bytes: Array(0..<32))
        let tokens = InMemoryTokenVerifier()
        let routes = APIRoutes(
            .raven,
            keys: keys,
            tokens: tokens,
            tenants: tenants,
            secret: secret,
            transactionTime: nil,
            clock: clock
        )
        let router = Router()
        let server: any VictimServing.Type = VictimRegistration.self
        server.register(on: router, through: routes, VictimEffects(store: store, steps: steps))
        transport = InProcessTransport(router: router)
    }

    private static let key = "rk_live_0123456789abcdef0123456789"

    /// Sends the message of a number, and says how that was answered.
    func send(_ number: Int) async throws {
        steps.begin(number)
        // So that the rate of the key does not matter.
        clock.advance(by: .seconds(2))
        var request = HTTPRequest(method: .post, scheme: "https", authority: "raven.example", path: "/v1/messages")
        request.headerFields[.contentType] = "application/json"
        if let name = HTTPField.Name("X-Raven-Key") { request.headerFields[name] = Self.key }
        let body = #"{"channel": "sms", "to": "+351912345678", "text": "\#(number)", "idempotency_key": "message-\#(number)"}"#
        let reply = try await transport.send(request, body: Array(body.utf8))
        let message = try? JSONCoding.decode(Message.self, from: reply.body)
        steps.come(to: "answered", "\(reply.head.status.code) \(message?.id.description ?? "-")")
    }
}

/// Keeps the compiler from warning of the handlers that are left out on purpose.
private protocol VictimServing {
    static func register(on router: Router<BasicRequestContext>, through routes: APIRoutes, _ effects: VictimEffects)
}

private enum VictimRegistration: VictimServing {
    @available(*, deprecated)
    static func register(on router: Router<BasicRequestContext>, through routes: APIRoutes, _ effects: VictimEffects) {
        VictimRaven(steps: effects.steps).register(on: router, through: routes, effects: effects)
    }
}

@available(*, deprecated)
private struct VictimRaven: RavenAPI {
    let steps: VictimSteps

    func sendMessage(_ input: SendMessage.Input, caller: Caller, in transaction: VictimTransaction) async throws -> Message {
        steps.come(to: "called")
        let id = UniqueID()
        try await transaction.inner.write { database in
            try database.execute(sql: "INSERT INTO messages (call, id) VALUES (?, ?)", arguments: [Int(input.body.text), id.description])
        }
        steps.come(to: "written")
        let now = Timestamp(secondsSinceEpoch: 1_777_593_600)
        return Message(id: id, channel: input.body.channel, to: input.body.to, text: input.body.text, status: .queued, createdAt: now)
    }
}
