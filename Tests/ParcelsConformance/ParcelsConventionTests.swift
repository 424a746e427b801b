import CharterRuntime
import CharterServer
import CharterServerTesting
import HTTPTypes
import ParcelsModels
import Testing

/// The conventions of Parcels, on a clock that the test drives.
@Suite("Conventions of Parcels")
struct ParcelsConventionTests {
    private let clock = AdjustableClock(at: InMemoryParcels.now)
    private let effects: InMemoryEffects
    private let transport: InProcessTransport
    private static let subscriptions = ["teapots": TenantSubscription(plan: "starter"), "lanterns": TenantSubscription(plan: "enterprise")]

    init() throws {
        effects = InMemoryEffects(clock: clock)
        transport = try InMemoryParcels.transport(clock: clock, effects: effects, subscriptions: Self.subscriptions)
    }

    private func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        of account: String? = "teapots",
        from address: String = "192.0.2.1",
        fields: [String: String] = [:],
        body: String = ""
    ) async throws -> HTTPReply {
        var request = HTTPRequest(method: method, scheme: "https", authority: "api.parcels.example", path: "/v2" + path)
        var fields = ["X-Api-Version": "2026-05-01"].merging(fields) { $1 }
        if let account {
            fields["Authorization"] = "ApiKey \(try #require(SampleKey.text(of: account, kind: "live", scope: "account:admin")))"
        }
        if !body.isEmpty { fields["Content-Type"] = "application/json" }
        for (name, value) in fields { request.headerFields[try #require(HTTPField.Name(name))] = value }
        return try await transport.from(address).send(request, body: Array(body.utf8))
    }

    private func outcome(_ reply: HTTPReply) -> String {
        let error = try? JSONCoding.decode(JSONValue.self, from: reply.body)["error"]
        if case .string(let code)? = error?["code"] { return "\(reply.head.status.code) \(code)" }
        return "\(reply.head.status.code)"
    }

    private func field(_ name: String, of reply: HTTPReply) -> String? {
        HTTPField.Name(name).flatMap { reply.head.headerFields[$0] }
    }

    @Test("who has no key may track 30 parcels an hour from an address, and is told how many are left and until when")
    func addresses() async throws {
        let path = "/tracking/\(Landmarks.teapots.trackingNumber)"
        let end = (InMemoryParcels.now.secondsSinceEpoch / 3_600 + 1) * 3_600
        for left in (0..<30).reversed() {
            let reply = try await send(.get, path, of: nil)
            #expect(reply.head.status == 200)
            #expect(field("X-RateLimit-Limit", of: reply) == "30")
            #expect(field("X-RateLimit-Remaining", of: reply) == "\(left)")
            #expect(field("X-RateLimit-Reset", of: reply) == "\(end)")
        }
        let refused = try await send(.get, path, of: nil)
        #expect(outcome(refused) == "429 rate_limited")
        let wait = try #require(refused.head.headerFields[.retryAfter].flatMap { Int64($0) })
        #expect(try await send(.get, path, of: nil, from: "192.0.2.2").head.status == 200)
        clock.advance(by: .seconds(wait - 1))
        #expect(try await send(.get, path, of: nil).head.status == 429)
        clock.advance(by: .seconds(1))
        #expect(try await send(.get, path, of: nil).head.status == 200)
    }

    @Test("an account has the rate of its plan, through all of its keys")
    func plans() async throws {
        var statuses: [String: [Int]] = [:]
        for account in ["teapots", "lanterns"] {
            for _ in 0..<21 { statuses[account, default: []].append(try await send(.get, "/shipments", of: account).head.status.code) }
        }
        #expect(statuses["teapots"] == Array(repeating: 200, count: 20) + [429])
        #expect(statuses["lanterns"] == Array(repeating: 200, count: 20) + [429])
        // 60 a minute are one a second, and 3,000 are fifty.
        clock.advance(by: .seconds(1))
        var passing: [String: Int] = [:]
        for account in ["teapots", "lanterns"] {
            for _ in 0..<21 where try await send(.get, "/shipments", of: account).head.status == 200 { passing[account, default: 0] += 1 }
        }
        #expect(passing == ["teapots": 1, "lanterns": 20])
    }

    @Test("a label is bought once, however often and however spelled the call arrives")
    func purchases() async throws {
        let path = "/shipments/\(Landmarks.teapots.shipment)/labels"
        let once = ["Idempotency-Key": "order-1042-label-1"]
        let first = try await send(.post, path, fields: once, body: #"{"rate": "rat_Qm71xE", "format": "png"}"#)
        #expect((outcome(first), field("Idempotent-Replayed", of: first)) == ("201", nil))
        let again = try await send(.post, path, fields: once, body: #"{ "format":"\u0070ng","rate":"rat_Qm71xE" }"#)
        #expect((outcome(again), field("Idempotent-Replayed", of: again)) == ("201", "true"))
        #expect(
            try JSONCoding.decode(JSONValue.self, from: again.body)["data"] == JSONCoding.decode(JSONValue.self, from: first.body)["data"]
        )
        #expect(outcome(try await send(.post, path, fields: once, body: #"{"rate": "rat_Qm71xE"}"#)) == "422 idempotency_key_reused")
        let other = ["Idempotency-Key": "order-1042-label-2"]
        #expect(outcome(try await send(.post, path, fields: other, body: #"{"rate": "rat_Qm71xE"}"#)) == "409 label_bought")
        #expect(outcome(try await send(.post, path, body: #"{"rate": "rat_Qm71xE"}"#)) == "400 idempotency_key_required")
        // Another account's key of the same text is another call.
        let lanterns = "/shipments/\(Landmarks.lanterns.shipment)/labels"
        let theirs = try await send(.post, lanterns, of: "lanterns", fields: once, body: #"{"rate": "rat_lanterns"}"#)
        #expect((outcome(theirs), field("Idempotent-Replayed", of: theirs)) == ("201", nil))
        clock.advance(by: .seconds(86_400))
        #expect(outcome(try await send(.post, path, fields: once, body: #"{"rate": "rat_Qm71xE"}"#)) == "409 label_bought")
    }

    @Test("a starter buys 100 labels from one bill to the next, and only what is bought counts")
    func labels() async throws {
        let counting = LimitCounting(.parcels, clock: clock, tenants: InMemoryTenantDirectory(subscriptions: Self.subscriptions))
        try await effects.withTransaction { transaction in
            for _ in 0..<99 { _ = try await counting.count("labels", tenant: "teapots", in: transaction) }
        }
        let path = "/shipments/\(Landmarks.teapots.shipment)/labels"
        let old = #"{"rate": "\#(Landmarks.teapots.oldRate)"}"#
        for number in 0..<3 {
            #expect(
                outcome(try await send(.post, path, fields: ["Idempotency-Key": "an-old-rate-number-\(number)"], body: old))
                    == "409 rate_expired"
            )
        }
        let once = ["Idempotency-Key": "the-hundredth-label"]
        let body = #"{"rate": "\#(Landmarks.teapots.rate)"}"#
        #expect(outcome(try await send(.post, path, fields: once, body: body)) == "201")
        let refused = try await send(.post, path, fields: ["Idempotency-Key": "one-more-than-that"], body: body)
        #expect(outcome(refused) == "429 label_quota_used_up")
        #expect(refused.head.headerFields[.retryAfter].flatMap { Int($0) }.map { $0 >= 1 } == true)
        #expect(outcome(try await send(.post, path, fields: once, body: body)) == "201")
    }

    @Test("a list goes on where it was, whatever is made or canceled meanwhile")
    func stablePages() async throws {
        func ids(_ reply: HTTPReply) throws -> [String] {
            guard case .array(let items)? = try JSONCoding.decode(JSONValue.self, from: reply.body)["data"] else { return [] }
            return items.compactMap { if case .string(let id)? = $0["id"] { id } else { nil } }
        }
        let all = try ids(try await send(.get, "/shipments?limit=100"))
        let first = try ids(try await send(.get, "/shipments?limit=2"))
        try #require(all.count > 4 && first == Array(all.prefix(2)))
        let gone = try await send(.delete, "/shipments/\(first[0])")
        let rest = try ids(try await send(.get, "/shipments?limit=100&after=\(first[1])"))
        #expect(rest == Array(all.dropFirst(2)))
        #expect([204, 409].contains(gone.head.status.code))
    }

    @Test("a wrong method is told which there are, HEAD answers as GET does, and OPTIONS says what there is")
    func methods() async throws {
        let wrong = try await send(.put, "/shipments", body: "{}")
        #expect((outcome(wrong), wrong.head.headerFields[.allow]) == ("405 method_not_allowed", "GET, HEAD, POST"))
        let options = try await send(.options, "/shipments", of: nil)
        #expect((options.head.status, options.head.headerFields[.allow]) == (204, "GET, HEAD, POST"))
        let head = try await send(.head, "/shipments")
        #expect(head.head.status == 200 && head.body.isEmpty)
    }

    @Test("a browser may call what needs no key, and reads nothing that a key gets")
    func browsers() async throws {
        let path = "/tracking/\(Landmarks.teapots.trackingNumber)"
        let origin = ["Origin": "https://teapots.example"]
        #expect(try await send(.get, path, of: nil, fields: origin).head.headerFields[.accessControlAllowOrigin] == "*")
        #expect(try await send(.get, path, fields: origin).head.headerFields[.accessControlAllowOrigin] == nil)
        #expect(try await send(.get, "/shipments", fields: origin).head.headerFields[.accessControlAllowOrigin] == nil)
        for (path, granted) in [(path, "*"), ("/shipments", nil)] {
            let reply = try await send(.options, path, of: nil, fields: origin.merging(["Access-Control-Request-Method": "GET"]) { $1 })
            #expect(reply.head.headerFields[.accessControlAllowOrigin] == granted)
        }
    }
}
