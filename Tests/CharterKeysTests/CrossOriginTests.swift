import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

@Suite("Scripts of other origins")
struct CrossOriginTests {
    private let store = InMemoryKeyStore(.crossOrigin())

    @Test("may call what a key may call that can be used anywhere, or what takes no credential")
    func grants() async throws {
        let server = KeysServer(.crossOrigin(), store)
        for (method, path) in Self.callable {
            let reply = try await server.preflight(method, path)
            #expect(reply.status == 204 && reply["Access-Control-Allow-Origin"] == "*", "\(method) \(path)")
            #expect(reply["Access-Control-Allow-Methods"] == method && reply["Access-Control-Max-Age"] == "7200")
            #expect(reply["Access-Control-Allow-Credentials"] == nil)
            #expect(reply["Vary"] == "Origin, Access-Control-Request-Method")
        }
    }

    @Test("may call nothing else")
    func refusals() async throws {
        let server = KeysServer(.crossOrigin(), store)
        for (method, path) in Self.notCallable {
            let reply = try await server.preflight(method, path)
            #expect(reply.hasNoGrant, "\(method) \(path)")
        }
        // A plain OPTIONS is no preflight.
        let plain = try await server.send(.options, "/things")
        #expect(plain.status == 204 && plain["Allow"] == "GET, HEAD, POST" && plain.hasNoGrant)
        #expect(try await server.send(.options, "/things", ["Origin": "https://shop.example"]).hasNoGrant)
        #expect(try await server.send(.options, "/things", ["Access-Control-Request-Method": "GET"]).hasNoGrant)
        #expect(try await server.preflight("GET", "/nothing").outcome == "404 unknown-path")
    }

    @Test("may send the header fields that the method takes, and none of the credentials that belong on servers")
    func requestHeaders() async throws {
        let server = KeysServer(.crossOrigin(), store)
        #expect(try await server.preflight("GET", "/ping")["Access-Control-Allow-Headers"] == "X-Shop, X-Version")
        let ofKeys = "X-API-Key, Authorization, X-Shop, X-Version"
        #expect(try await server.preflight("GET", "/things")["Access-Control-Allow-Headers"] == ofKeys)
        let fields = "X-API-Key, Authorization, Content-Type, Idempotency-Key, X-Shop, X-Version, X-Trace"
        #expect(try await server.preflight("PUT", "/things/1")["Access-Control-Allow-Headers"] == fields)
        #expect(try await server.preflight("GET", "/either")["Access-Control-Allow-Headers"] == ofKeys)
    }

    @Test("may not send header fields that are forbidden")
    func forbiddenHeaders() async throws {
        let api = APIDescription.crossOrigin { $0.endpoints[1].forbiddenHeaders = [.init(name: "x-version")] }
        let reply = try await KeysServer(api, store).preflight("GET", "/things")
        #expect(reply["Access-Control-Allow-Headers"] == "X-API-Key, Authorization, X-Shop")
    }

    @Test("need no version, and no credential, to ask")
    func beforeChecks() async throws {
        let api = APIDescription.crossOrigin { $0.versioning = .init(header: "X-Version", current: "2", missing: .reject) }
        let server = KeysServer(api, store)
        #expect(try await server.send(.get, "/ping").outcome == "400 version-missing")
        #expect(try await server.preflight("GET", "/things")["Access-Control-Allow-Origin"] == "*")
    }

    @Test("may not ask where the API does not answer OPTIONS, nor for HEAD where it does not answer that")
    func refusedMethods() async throws {
        let mute = KeysServer(.crossOrigin { $0.requests.refusesOptions = true }, store)
        let reply = try await mute.preflight("GET", "/things")
        #expect(reply.outcome == "405 method-not-allowed" && reply.hasNoGrant)
        let headless = KeysServer(.crossOrigin { $0.requests.refusesHead = true }, store)
        #expect(try await headless.preflight("HEAD", "/things").hasNoGrant)
        #expect(try await headless.preflight("GET", "/things")["Access-Control-Allow-Methods"] == "GET")
    }

    @Test("may use the keys of the server's environment alone")
    func environments() async throws {
        let api = APIDescription.crossOrigin { api in
            api.servers[0].environment = "live"
            api.credentials[0].kinds[0].environment = "test"
        }
        #expect(try await KeysServer(api, store).preflight("GET", "/things").hasNoGrant)
        #expect(try await KeysServer(api, store).preflight("GET", "/ping")["Access-Control-Allow-Origin"] == "*")
    }

    private static let callable = [
        ("GET", "/ping"), ("HEAD", "/ping"), ("GET", "/things"), ("HEAD", "/things"), ("PUT", "/things/1"),
        ("GET", "/either"), ("GET", "/maybe"),
    ]
    private static let notCallable = [
        ("POST", "/things"), ("DELETE", "/things"), ("DELETE", "/things/1"), ("GET", "/both"), ("GET", "/mine"),
        ("get", "/things"), ("*", "/things"), ("", "/things"), ("OPTIONS", "/things"),
    ]
}

extension KeysServer {
    /// Asks as a browser does before it sends a request for a script.
    func preflight(_ method: String, _ path: String) async throws -> HTTPReply {
        try await send(
            .options,
            path,
            ["Origin": "https://shop.example", "Access-Control-Request-Method": method, "Access-Control-Request-Headers": "x-api-key"]
        )
    }
}

extension HTTPReply {
    /// Whether nothing in the reply lets a script do or read anything.
    var hasNoGrant: Bool { !head.headerFields.contains { $0.name.canonicalName.hasPrefix("access-control-") } }
}

extension APIDescription {
    /// An API that scripts may call a part of.
    static func crossOrigin(_ change: (inout APIDescription) -> Void = { _ in }) -> APIDescription {
        keys { api in
            api.tenancy = Tenancy(name: "shop", place: .header("X-Shop"), foreignStatus: 404)
            api.versioning = .init(header: "X-Version", current: "2", missing: .current)
            api.requests.methodOverride = "X-Method"
            api.limitHeaders = .init(retryAfter: true, draft: true, legacy: .init(remaining: "X-Left", resetUnit: .seconds))
            api.responseHeaders = ["Content-Language": .text("en"), "X-Release": .version]
            let kinds = ["publishable", "secret"]
            api.endpoints += [
                .keys("putThing", .put, "/things/:id", auth: .one("apiKey"), kinds: kinds) { endpoint in
                    endpoint.pathParameters = [.init(name: "id", schema: .string(), isRequired: true)]
                    endpoint.headerParameters = [.init(name: "X-Trace", schema: .string())]
                    endpoint.requestBody = .init(schema: .any, example: "{}")
                    endpoint.success.headers = [.init(name: "X-Cost", schema: .integer())]
                    endpoint.success.location = "/things/:id"
                    endpoint.limits = ["rate"]
                    endpoint.deprecation = .init(sunset: "2027-01-01")
                    endpoint.idempotency = .init(
                        name: "byKey",
                        place: .header("Idempotency-Key"),
                        form: .string(),
                        scope: [.endpoint],
                        remembers: .successes,
                        replayHeader: "X-Replayed"
                    )
                },
                .keys("deleteThing", .delete, "/things/:id", auth: .one("apiKey"), kinds: ["secret"]) { endpoint in
                    endpoint.pathParameters = [.init(name: "id", schema: .string(), isRequired: true)]
                },
                .keys("getBoth", .get, "/both", auth: .all(["apiKey", "person"]), kinds: kinds),
                .keys("getEither", .get, "/either", auth: .any([["apiKey"], ["person"]]), kinds: kinds),
                .keys("getMaybe", .get, "/maybe", auth: .any([["person"], []])),
                .keys("getMine", .get, "/mine", auth: .one("person")),
            ]
            for index in api.endpoints.indices { api.endpoints[index].tenancy = .tenant }
            change(&api)
        }
    }
}
