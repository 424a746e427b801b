import CharterRuntime
import CharterServer
import CharterServerTesting
import HTTPTypes
import RavenModels
import Testing

/// The documented conventions of Raven, on a clock that the test drives.
@Suite("Conventions of Raven")
struct RavenConventionTests {
    private let clock = AdjustableClock(at: InMemoryRaven.now)
    private let effects: InMemoryEffects
    private let transport: InProcessTransport

    init() throws {
        effects = InMemoryEffects(clock: clock)
        transport = try InMemoryRaven.transport(clock: clock, effects: effects)
    }

    private func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        as sender: Wire.Sender = .service(.acme),
        fields: [String: String] = [:],
        body: String = ""
    ) async throws -> HTTPReply {
        var request = HTTPRequest(method: method, scheme: "https", authority: "raven.example", path: "/v1" + path)
        var fields = sender.fields.merging(fields) { $1 }
        if !body.isEmpty { fields["Content-Type"] = "application/json" }
        for (name, value) in fields { request.headerFields[try #require(HTTPField.Name(name))] = value }
        return try await transport.send(request, body: Array(body.utf8))
    }

    private func message(_ text: String = "Hello", once key: String) -> String {
        #"{"channel": "sms", "to": "+351912345678", "text": "\#(text)", "idempotency_key": "\#(key)"}"#
    }

    @Test("the free plan sends 10,000 messages a day, and what was not sent counts as little as what was sent before")
    func quota() async throws {
        let tenants = InMemoryTenantDirectory(subscriptions: ["acme-co": TenantSubscription(plan: "hatchling")])
        let counting = LimitCounting(.raven, clock: clock, tenants: tenants)
        try await effects.withTransaction { transaction in
            for _ in 0..<9_999 { _ = try await counting.count("messages", tenant: "acme-co", in: transaction) }
        }
        #expect(try await send(.post, "/messages", body: #"{"channel": "sms"}"#).head.status == 400)
        let last = try await send(.post, "/messages", body: message(once: "last"))
        #expect(last.head.status == 201)
        let refused = try await send(.post, "/messages", body: message(once: "more"))
        #expect(refused.head.status == 429)
        // From 16:20:00.250 to midnight.
        #expect(refused.head.headerFields[.retryAfter] == "27600")
        #expect(try await send(.post, "/messages", body: message(once: "last")).body == last.body)
        #expect(try await send(.post, "/messages", as: .service(.birch), body: message(once: "more")).head.status == 201)
        clock.advance(by: .milliseconds(27_599_750))
        #expect(try await send(.post, "/messages", body: message(once: "more")).head.status == 201)
    }

    @Test("a message is the same one however it is spelled, and no other one has its key")
    func payloads() async throws {
        let first = try await send(.post, "/messages", body: message(once: "k"))
        #expect(first.head.status == 201)
        let spelled = #"{ "idempotencyKey":"k","text":"\u0048ello","to":"+351912345678", "more": 1,  "channel":"sms" }"#
        let again = try await send(.post, "/messages", body: spelled)
        #expect((again.head.status, again.body) == (201, first.body))
        #expect(try await send(.post, "/messages", body: message("Goodbye", once: "k")).head.status == 409)
        let others = try await send(.post, "/messages", as: .service(.birch), body: message("Goodbye", once: "k"))
        #expect(others.head.status == 201)
        let key = #"{"name": "Shop", "rateLimitRpm": 120, "idempotency_key": "k"}"#
        let made = try await send(.post, "/admin/api-keys", as: .owner, body: key)
        #expect(made.head.status == 201)
        // Numbers are compared by value.
        let respelled = try await send(.post, "/admin/api-keys", as: .owner, body: key.replacing("120", with: "1.2e2"))
        #expect((respelled.head.status, respelled.body) == (201, made.body))
        #expect(try await send(.post, "/admin/api-keys", as: .owner, body: key.replacing("120", with: "121")).head.status == 409)
    }

    @Test("60 requests a minute on a tenant's admin side pass, whoever of it sends them")
    func admin() async throws {
        var statuses: [Int] = []
        for number in 0..<61 {
            let account = number.isMultiple(of: 2) ? Account.ada : .ben
            statuses.append(try await send(.get, "/admin/api-keys", as: .person(account, "acme-co")).head.status.code)
        }
        #expect(statuses == Array(repeating: 200, count: 60) + [429])
        #expect(try await send(.get, "/admin/api-keys", as: .person(.cleo, "birch-house")).head.status == 200)
        clock.advance(by: .seconds(59))
        let refused = try await send(.get, "/admin/api-keys", as: .owner)
        #expect((refused.head.status, refused.head.headerFields[.retryAfter]) == (429, "1"))
        clock.advance(by: .seconds(1))
        #expect(try await send(.get, "/admin/api-keys", as: .owner).head.status == 200)
    }

    @Test("a wrong method is told which there are, HEAD answers as GET does, and OPTIONS is none")
    func methods() async throws {
        let wrong = try await send(.put, "/messages", body: "{}")
        #expect((wrong.head.status, wrong.head.headerFields[.allow]) == (405, "GET, HEAD, POST"))
        #expect(try await send(.options, "/messages").head.status == 405)
        let head = try await send(.head, "/messages?limit=1")
        #expect(head.head.status == 200 && head.body.isEmpty)
    }

    @Test("no browser calls it: its keys are for servers")
    func browsers() async throws {
        let origin = ["Origin": "https://acme.example"]
        let asked = origin.merging(["Access-Control-Request-Method": "GET"]) { $1 }
        for sender in [Wire.Sender.service(.acme), .owner] {
            #expect(try await send(.get, "/messages", as: sender, fields: origin).head.headerFields[.accessControlAllowOrigin] == nil)
        }
        for path in ["/messages", "/admin/me"] {
            #expect(try await send(.options, path, as: .nobody, fields: asked).head.headerFields[.accessControlAllowOrigin] == nil)
        }
    }
}
