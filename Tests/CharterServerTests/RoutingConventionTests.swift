import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// What an API says of methods, versions and the order of its checks.
@Suite("Conventions of requests")
struct RoutingConventionTests {
    @Test("may refuse HEAD and OPTIONS")
    func refusedMethods() async throws {
        let server = SmallServer(
            .small([.get()]) {
                $0.requests.refusesHead = true
                $0.requests.refusesOptions = true
            }
        )
        for method in [HTTPRequest.Method.head, .options] {
            let reply = try await server.send(method)
            #expect(reply.status == 405)
            #expect(reply["Allow"] == "GET")
        }
        #expect(try await server.send().status == 200)
    }

    @Test(
        "let a POST stand for another method",
        arguments: [("DELETE", 204), ("delete", 204), ("PUT", 405), ("GET", 400), ("TRACE", 400), (nil, 405)] as [(String?, Int)]
    )
    func override(method: String?, status: Int) async throws {
        let endpoint = APIDescription.Endpoint.get { ($0.method, $0.success) = (.delete, .init(status: 204)) }
        let server = SmallServer(.small([endpoint]) { $0.requests.methodOverride = "X-Method" }) { routes, api in
            routes.empty(api.endpoints[0]) { _ in }
        }
        #expect(try await server.send(.post, "/things", method.map { .of(("X-Method", $0)) } ?? [:]).status == status)
        #expect(try await server.send(.get, "/things", .of(("X-Method", "DELETE"))).status == 405)
    }

    @Test("are not overridden where the API does not say so")
    func noOverride() async throws {
        let endpoint = APIDescription.Endpoint.get { $0.method = .delete }
        #expect(try await SmallServer(.small([endpoint])).send(.post, "/things", .of(("X-Method", "DELETE"))).status == 405)
    }

    @Test(
        "choose a version",
        arguments: [
            ("2026-05-01", .reject, "2026-05-01"), ("2025-12-01", .reject, "2025-12-01"), ("2020-01-01", .current, "400 version-unknown"),
            (nil, .reject, "400 version-missing"), (nil, .current, "2026-05-01"), (nil, .oldest, "2025-09-01"),
        ] as [(String?, APIDescription.Versioning.Missing, String)]
    )
    func version(chosen: String?, missing: APIDescription.Versioning.Missing, outcome: String) async throws {
        let api = APIDescription.small([.get { $0.auth = .one("k") }, .get { ($0.id, $0.path) = ("open", "/open") }]) {
            $0.credentials = [.init(name: "k", place: .header("K"))]
            $0.responseHeaders = ["V": .version]
            $0.versioning = .init(
                header: "Version",
                current: "2026-05-01",
                older: ["2025-12-01", "2025-09-01"],
                missing: missing
            )
        }
        let server = SmallServer(api) { routes, api in
            for endpoint in api.endpoints { routes.value(endpoint) { $0.version } }
        }
        let reply = try await server.send(.get, "/open", chosen.map { .of(("version", $0)) } ?? [:])
        #expect(reply.status == 200 ? reply.json == .string(outcome) && reply["V"] == outcome : reply.outcome == outcome)
        let closed = try await server.send(.get, "/things", chosen.map { .of(("version", $0)) } ?? [:])
        #expect(closed.outcome == (outcome.hasPrefix("400") ? outcome : "401 credential-missing"))
    }

    @Test(
        "are checked in the order that the API says",
        arguments: [
            (APIDescription.RequestRules.Stage.allCases, "401 credential-missing"), ([.parameters, .credentials, .body], "400 query.n"),
            ([.parameters, .body, .credentials], "400 query.n a"), ([.body, .parameters], "400 a"),
            ([.mediaType, .credentials], "415 unsupported-media-type"), ([.idempotency], "500 internal-error"),
            ([.mediaType, .idempotency], "415 unsupported-media-type"),
        ] as [([APIDescription.RequestRules.Stage], String)]
    )
    func order(order: [APIDescription.RequestRules.Stage], outcome: String) async throws {
        let endpoint = APIDescription.Endpoint.taking(.object([.init("a", .integer())])) {
            $0.auth = .one("k")
            $0.queryParameters = [.init(name: "n", schema: .integer())]
            $0.idempotency = .init(
                name: "once",
                place: .header("Once"),
                form: .string(),
                isRequired: true,
                scope: [],
                remembers: .all
            )
        }
        let api = APIDescription.small([endpoint]) {
            $0.credentials = [.init(name: "k", place: .header("K"))]
            $0.requests.order = order
        }
        let reply = try await SmallServer(api).send(.post, "/things?n=x", .of(("Content-Type", "text/plain")), body: "{}")
        let faults = reply.faultyFields
        #expect(faults.isEmpty ? reply.outcome == outcome : "400 \(faults.joined(separator: " "))" == outcome)
    }
}
