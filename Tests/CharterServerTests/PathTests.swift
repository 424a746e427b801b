import CharterRuntime
import HTTPTypes
import CharterServer
import CharterServerTesting
import Hummingbird
import Testing

@Suite("Paths")
struct PathTests {
    private func echo(_ path: String, key: String = TrialServer.reader, server: TrialServer? = nil) async throws -> Echo {
        let reply = try await (server ?? TrialServer()).send(.get, path, key: key)
        return try JSONCoding.decode(Echo.self, from: reply.body)
    }

    @Test("take a literal before a parameter")
    func literalWins() async throws {
        #expect(try await echo("communities/a/segments/public").endpoint == "publicSegment")
        #expect(try await echo("communities/a/events/public/stats").endpoint == "eventStats")
    }

    @Test("take a literal for what it says, however it is encoded, and decode it once")
    func encodedLiteral() async throws {
        #expect(try await echo("communities/a/segments/%70ublic").endpoint == "publicSegment")
        #expect(try await echo("communiti%65s/a/segments/p%75blic").endpoint == "publicSegment")
        let twice = try await TrialServer().send(.get, "communities/a/segments/%2570ublic", key: TrialServer.reader)
        #expect(twice.status == 405)
    }

    @Test("take a parameter where a literal leads nowhere")
    func literalDeadEnds() async throws {
        let event = try await echo("communities/a/events/public")
        #expect(event.values == ["tag": "a", "slug": "public"])
        let guests = try await TrialServer().send(.get, "communities/a/events/public/guests", key: TrialServer.reader)
        #expect(guests.text == #"{"guests":["20 of public"]}"#)
    }

    @Test("may name the same place differently")
    func differentNames() async throws {
        let server = try TrialServer()
        #expect(try await echo("communities/a/events/x", server: server).values["slug"] == "x")
        #expect(try await server.send(.delete, "communities/a/events/x", key: TrialServer.writer).status == 204)
    }

    @Test("tell the handler who calls")
    func caller() async throws {
        let event = try await echo("communities/a/events/x")
        #expect(event.caller == "key-reader")
        #expect(event.tenant == "a")
    }

    @Test(
        "that the API does not have are answered 404 in its form",
        arguments: [
            "/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/communities", "/api/v1/communities/a", "/api/v1/communities/a/events/x/y",
            "/api/v1/communities/a/events/public/stats/x", "/api/v1/Ping",
        ]
    )
    func unknownPath(path: String) async throws {
        let reply = try await TrialServer().send(.get, path)
        #expect(reply.outcome == "404 unknown-path")
        #expect(reply.head.headerFields[.requestID] != nil)
    }

    @Test("outside the base path are not the API's", arguments: ["/", "/api", "/api/v10/ping", "/ping"])
    func outside(path: String) async throws {
        let reply = try await TrialServer().send(.get, path)
        #expect(reply.status == 404)
        #expect(reply.problem == nil)
    }

    @Test("leave room for other routes below the base path")
    func otherRoutes() async throws {
        let server = try TrialServer { routes, router in
            router.get("/api/v1/health") { _, _ in "before" }
            routes.register(on: router)
            router.get("/api/v1/communities/:tag/health") { _, context in context.parameters.get("tag") ?? "" }
            router.get("/api/v1/refusing") { _, _ -> String in throw HTTPError(.notFound, message: "mine") }
        }
        #expect(try await server.send(.get, "health").text == "before")
        #expect(try await server.send(.get, "communities/a/health").text == "a")
        #expect(try await server.send(.get, "refusing").text.contains("mine"))
        #expect(try await server.send(.get, "communities/a/events/x", key: TrialServer.reader).status == 200)
    }

    @Test("can stand in a group")
    func group() async throws {
        let server = try TrialServer { routes, router in routes.register(on: router.group("/inner/:place")) }
        let event = try await echo("/inner/x/api/v1/communities/a/events/y", server: server)
        #expect(event.values == ["tag": "a", "slug": "y"])
        // Hummingbird asks nobody in a group about paths that it does not know itself.
        #expect(try await echo("/inner/x/api/v1/communities/a/events/public", server: server).values["slug"] == "public")
    }

    @Test(
        "stand at the root where the server's URL has no path",
        arguments: ["https://api.example", "https://api.example/", "api.example"]
    )
    func noBasePath(url: String) async throws {
        var api = APIDescription.trial
        api.servers = [.init(name: "production", url: url)]
        let server = try TrialServer(api)
        #expect(try await server.send(.get, "/ping").status == 204)
        #expect(try await server.send(.get, "/nothing").outcome == "404 unknown-path")
    }

    @Test("are the same with slashes too many")
    func slashes() async throws {
        #expect(try await echo("/api//v1/communities/a//events/x/").values == ["tag": "a", "slug": "x"])
    }

    @Test("are found where Hummingbird's router stops at a first literal that leads nowhere")
    func firstLiteralDeadEnds() async throws {
        let endpoints = ["/public/x", "/:place/y"].map { path in
            APIDescription.Endpoint(
                id: path,
                method: .get,
                path: .init(path),
                summary: path,
                success: .init(status: 200, body: nil)
            )
        }
        var api = APIDescription.trial
        api.servers = []
        var routes = APIRoutes(api, keys: InMemoryKeyStore(api))
        for endpoint in endpoints { routes.value(endpoint) { $0.endpoint.id } }
        let router = Router()
        routes.register(on: router)
        let request = HTTPRequest(method: .get, scheme: "https", authority: "x", path: "/public/y")
        let reply = TrialReply(try await InProcessTransport(router: router).send(request, body: []))
        #expect(reply.status == 200)
        #expect(reply.json == .string("/:place/y"))
    }
}
