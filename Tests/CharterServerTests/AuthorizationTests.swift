import CharterRuntime
import HTTPTypes
import Testing

@Suite("Authorization")
struct AuthorizationTests {
    @Test(
        "lets through who holds the scope or one that implies it",
        arguments: [(TrialServer.writer, "communities/a/events"), (TrialServer.admin, "communities/a/events")]
    )
    func granted(key: String, path: String) async throws {
        let reply = try await TrialServer().send(.post, path, key: key, body: TrialServer.body)
        #expect(reply.status == 201)
    }

    @Test("answers 403 to a key of a kind that cannot call")
    func keyKind() async throws {
        let reply = try await TrialServer().send(.post, "communities/a/events", key: TrialServer.reader, body: TrialServer.body)
        #expect(reply.outcome == "403 key-kind-forbidden")
    }

    @Test("answers 403 to a key without the scope", arguments: [TrialServer.powerless, TrialServer.writer])
    func scope(key: String) async throws {
        let reply = try await TrialServer().send(.get, "communities/a/events/x", key: key)
        #expect(reply.outcome == "403 insufficient-scope")
    }

    @Test("answers 403 to a key of another tenant, or of none", arguments: [TrialServer.otherAdmin, TrialServer.homeless])
    func foreignTenant(key: String) async throws {
        let reply = try await TrialServer().send(.get, "communities/a/events/x", key: key)
        #expect(reply.outcome == "403 foreign-tenant")
    }

    @Test("compares tenants after decoding")
    func encodedTenant() async throws {
        let server = try TrialServer()
        #expect(try await server.send(.get, "communities/%61/events/x", key: TrialServer.reader).status == 200)
        #expect(try await server.send(.get, "communities/%62/events/x", key: TrialServer.reader).outcome == "403 foreign-tenant")
        #expect(try await server.send(.get, "communities/%2561/events/x", key: TrialServer.reader).outcome == "403 foreign-tenant")
    }

    @Test("hides another tenant exactly as a handler reports what is not there")
    func hiddenTenant() async throws {
        var api = APIDescription.trial
        api.tenancy?.foreignStatus = 404
        let server = try TrialServer(api)
        let foreign = try await server.send(.delete, "communities/b/events/x", key: TrialServer.writer)
        let absent = try await server.send(.delete, "communities/a/events/gone", key: TrialServer.writer)
        #expect(foreign.outcome == "404 not-found")
        #expect(foreign.body == absent.body)
    }
}
