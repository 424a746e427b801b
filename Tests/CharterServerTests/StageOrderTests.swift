import CharterRuntime
import HTTPTypes
import Testing

/// A request with two faults is answered for the one that is judged first; one test for each two neighbours in that order.
@Suite("The order of checks")
struct StageOrderTests {
    private let large = String(repeating: "x", count: 1_001)
    private let plain: HTTPFields = [.contentType: "text/plain"]

    @Test("path before credential")
    func pathFirst() async throws {
        #expect(try await TrialServer().send(.get, "communities/a/nothing").outcome == "404 unknown-path")
    }

    @Test("method before credential")
    func methodFirst() async throws {
        #expect(try await TrialServer().send(.put, "communities/a/events").outcome == "405 method-not-allowed")
    }

    @Test("credential before kind of key")
    func credentialFirst() async throws {
        let reply = try await TrialServer().send(.post, "communities/a/events", key: "pk_live_nobody", body: TrialServer.body)
        #expect(reply.outcome == "401 credential-unknown")
    }

    @Test("kind of key before scope")
    func kindFirst() async throws {
        let reply = try await TrialServer().send(.post, "communities/a/events", key: TrialServer.reader, body: TrialServer.body)
        #expect(reply.outcome == "403 key-kind-forbidden")
    }

    @Test("path before version, version before method override, method override before method, and all before the credential")
    func fixedStages() async throws {
        let endpoint = APIDescription.Endpoint.taking(.object([])) { $0.auth = .one("k") }
        let api = APIDescription.small([endpoint]) {
            $0.credentials = [.init(name: "k", place: .header("K"))]
            $0.versioning = .init(header: "V", current: "2", missing: .reject)
            $0.requests.methodOverride = "M"
        }
        let server = SmallServer(api)
        let faults: [(String, String, String, String)] = [
            ("/nothing", "1", "GET", "404 unknown-path"), ("/things", "1", "GET", "400 version-unknown"),
            ("/things", "2", "GET", "400 invalid-request"), ("/things", "2", "PUT", "405 method-not-allowed"),
            ("/things", "2", "", "401 credential-missing"),
        ]
        for (path, version, method, outcome) in faults {
            let fields = method.isEmpty ? HTTPFields.of(("V", version)) : .of(("V", version), ("M", method))
            #expect(try await server.send(.post, path, fields, body: "{}").outcome == outcome)
        }
    }

    @Test("scope before tenant")
    func scopeFirst() async throws {
        let reply = try await TrialServer().send(.post, "communities/b/events", key: TrialServer.powerless, body: TrialServer.body)
        #expect(reply.outcome == "403 insufficient-scope")
    }

    @Test("tenant before size of body")
    func tenantFirst() async throws {
        let reply = try await TrialServer().send(.post, "communities/b/events", key: TrialServer.writer, body: large)
        #expect(reply.outcome == "403 foreign-tenant")
    }

    @Test("size of body before media type")
    func sizeFirst() async throws {
        let reply = try await TrialServer().send(.post, "communities/a/events", key: TrialServer.writer, fields: plain, body: large)
        #expect(reply.outcome == "413 body-too-large")
    }

    @Test("media type before fields")
    func mediaTypeFirst() async throws {
        let reply = try await TrialServer().send(.post, "communities/a/events", key: TrialServer.writer, fields: plain, body: "x")
        #expect(reply.outcome == "415 unsupported-media-type")
    }

    @Test("fields before the handler")
    func fieldsFirst() async throws {
        let server = try TrialServer()
        #expect(
            try await server.send(.post, "communities/a/conflict", key: TrialServer.writer, body: "{}").outcome == "400 invalid-request"
        )
        let reply = try await server.send(.post, "communities/a/conflict", key: TrialServer.writer, body: TrialServer.body)
        #expect(reply.outcome == "409 segment-empty")
    }
}
