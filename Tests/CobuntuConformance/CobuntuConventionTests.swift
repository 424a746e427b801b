import CharterRuntime
import CharterServer
import CharterServerTesting
import CobuntuModels
import HTTPTypes
import Testing

/// The documented conventions of Cobuntu, on a clock that the test drives.
@Suite("Conventions of Cobuntu")
struct CobuntuConventionTests {
    private let clock = AdjustableClock(at: InMemoryCobuntu.now)
    private let effects: InMemoryEffects
    private let transport: InProcessTransport

    init() throws {
        effects = InMemoryEffects(clock: clock)
        transport = try InMemoryCobuntu.transport(clock: clock, effects: effects)
    }

    private func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        of community: Landmarks = .myCommunity,
        kind: String? = "secret",
        scope: String = "READ_PUBLIC",
        fields: [String: String] = [:],
        body: String = ""
    ) async throws -> HTTPReply {
        let url = "/api/v1/communities/\(community.tag)\(path)"
        var request = HTTPRequest(method: method, scheme: "https", authority: "cobuntu.example", path: url)
        var fields = fields
        if let kind {
            let key: String = try #require(SampleKey.text(of: community.tag, kind: kind, scope: scope))
            fields["X-API-Key"] = key
        }
        if !body.isEmpty { fields["Content-Type"] = "application/json" }
        for (name, value) in fields { request.headerFields[try #require(HTTPField.Name(name))] = value }
        return try await transport.send(request, body: Array(body.utf8))
    }

    private func broadcast(in community: Landmarks = .myCommunity, to segment: UniqueID? = nil, subject: String = "News") async throws
        -> HTTPReply
    {
        let body = #"{"segmentId": "\#(segment ?? community.segment)", "subject": "\#(subject)", "text": "Come and see."}"#
        return try await send(.post, "/broadcasts", of: community, scope: "WRITE_BROADCASTS", body: body)
    }

    @Test("five broadcasts in 24 hours pass, those of the community's own screens among them, and none that was not sent counts")
    func broadcasts() async throws {
        let counting = LimitCounting(.cobuntu, clock: clock)
        for _ in 0..<3 {
            #expect(try await broadcast(to: Landmarks.myCommunity.emptySegment).head.status == 409)
            #expect(try await broadcast(subject: "").head.status == 400)
        }
        for _ in 0..<3 { #expect(try await broadcast().head.status == 202) }
        clock.advance(by: .seconds(3_600))
        for _ in 0..<2 {
            try await effects.withTransaction { _ = try await counting.count("broadcasts", tenant: Landmarks.myCommunity.tag, in: $0) }
        }
        let refused = try await broadcast()
        #expect(refused.head.status == 429)
        #expect(refused.head.headerFields[.retryAfter] == "82800")
        await #expect(throws: Refusal.self) {
            try await effects.withTransaction { _ = try await counting.count("broadcasts", tenant: Landmarks.myCommunity.tag, in: $0) }
        }
        #expect(try await broadcast(in: .otherTown).head.status == 202)
        clock.advance(by: .seconds(82_799))
        #expect(try await broadcast().head.status == 429)
        clock.advance(by: .seconds(1))
        #expect(try await broadcast().head.status == 202)
    }

    @Test("a literal path wins for every method, HEAD answers as GET does, and OPTIONS says what there is")
    func methods() async throws {
        let wrong = try await send(.patch, "/segments/public", scope: "ADMIN", body: "{}")
        #expect(wrong.head.status == 405)
        let allowed = try #require(wrong.head.headerFields[.allow])
        #expect(Set(allowed.split(separator: ", ")) == ["GET", "HEAD"])
        #expect(try await send(.patch, "/segments/public", kind: nil).head.status == 405)
        let get = try await send(.get, "/events")
        let head = try await send(.head, "/events")
        #expect((get.head.status, head.head.status) == (200, 200))
        #expect(head.body.isEmpty && !get.body.isEmpty)
        #expect(head.head.headerFields[.contentType] == get.head.headerFields[.contentType])
        #expect(try await send(.head, "/events", kind: nil).head.status == 401)
        let options = try await send(.options, "/events", kind: nil)
        #expect((options.head.status, options.head.headerFields[.allow]) == (204, "GET, HEAD"))
        #expect(try await send(.get, "/nothing").head.status == 404)
    }

    @Test("a browser may call with a publishable key what such a key may do, and reads nothing that a secret one gets")
    func browsers() async throws {
        let origin = ["Origin": "https://community.example"]
        for (kind, granted) in [("publishable", "*"), ("secret", nil)] {
            let reply = try await send(.get, "/events", kind: kind, fields: origin)
            #expect(reply.head.status == 200)
            #expect(reply.head.headerFields[.accessControlAllowOrigin] == granted)
        }
        for (method, path, granted) in [("GET", "/events", "*"), ("POST", "/broadcasts", nil), ("PATCH", "/segments/public", nil)] {
            let asked = origin.merging(["Access-Control-Request-Method": method, "Access-Control-Request-Headers": "x-api-key"]) { $1 }
            let reply = try await send(.options, path, kind: nil, fields: asked)
            #expect(reply.head.headerFields[.accessControlAllowOrigin] == granted, "\(method) \(path)")
            #expect((reply.head.headerFields[.accessControlAllowHeaders]?.lowercased().contains("x-api-key") ?? false) == (granted != nil))
        }
    }
}
