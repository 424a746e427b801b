import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// Error bodies of an API's own form, with its own words.
@Suite("The form of errors")
struct ErrorFormTests {
    private static let form = APIDescription.ErrorFormat(
        mediaType: "application/json",
        body: .object([
            .init(
                "error",
                .object([
                    .init("code", .code), .init("text", .message), .init("title", .title), .init("status", .status), .init("type", .type),
                    .init("wait", .retryAfter, isRequired: false), .init("kind", .text("error")),
                    .init(
                        "faults",
                        .faults(.object([.init("at", .faultField), .init("what", .faultMessage), .init("why", .faultCode)])),
                        isRequired: false
                    ),
                ])
            ),
            .init("at", .time), .init("path", .path), .init("method", .method), .init("request", .requestID),
        ])
    )

    private static let number = APIDescription.Schema.list(of: .object([.init("price/unit", .integer())]))

    private func server(_ change: (inout APIDescription) -> Void) -> SmallServer {
        SmallServer(
            .small([.taking(.object([.init("tiers", Self.number)]))]) {
                $0.errors = Self.form
                change(&$0)
            }
        )
    }

    @Test("is the API's own, its members in the order of the contract")
    func form() async throws {
        let reply = try await server { $0.json.timestamps = .milliseconds }.send(.post, "/things?x=1", body: #"{"tiers": [{}]}"#)
        #expect(reply.status == 400)
        #expect(reply["Content-Type"] == "application/json")
        let request = try #require(reply["X-Request-Id"])
        #expect(
            reply.text == """
                {"error":{"code":"invalid-request","text":"The request has invalid fields.","title":"The request has invalid fields.",\
                "status":400,"type":"about:blank","kind":"error",\
                "faults":[{"at":"tiers[0].price/unit","what":"is required","why":"invalid-request"}]},\
                "at":"2026-05-01T00:00:00.123Z","path":"/v1/things","method":"POST","request":"\(request)"}
                """
        )
    }

    @Test("tells the fields at fault in its words where it has no other place for them")
    func faultsInWords() async throws {
        let reply = try await server { $0.errors.body = .object([.init("message", .message), .init("title", .title)]) }
            .send(.post, "/things", body: #"{"tiers": [{}, {}]}"#)
        #expect(
            reply.text == """
                {"message":"The request has invalid fields. tiers[0].price/unit: is required; tiers[1].price/unit: is required",\
                "title":"The request has invalid fields."}
                """
        )
    }

    @Test("has one fault for all where none has a field and the list must be there")
    func faultForAll() async throws {
        let reply = try await server { api in
            api.errors.body = .faults(.object([.init("at", .faultField), .init("at?", .faultField, isRequired: false), .init("c", .code)]))
        }.send(.get, "/nothing")
        #expect(reply.text == #"[{"at":null,"c":"unknown-path"}]"#)
    }

    @Test("says how long to wait")
    func retryAfter() async throws {
        let slow = APIDescription.Failure(status: 429, code: "slow", when: "It is slow.")
        let api = APIDescription.small([.get { $0.failures = [slow] }]) { $0.errors = Self.form }
        let server = SmallServer(api) { routes, api in
            routes.value(api.endpoints[0]) { _ -> String in
                throw Refusal(status: 429, code: "slow", title: "Slow", headers: .of(("Retry-After", "7")))
            }
        }
        #expect(try await server.send().json?["error"]?["wait"] == .integer(7))
    }

    @Test(
        "writes the places of faults as the API does",
        arguments: [
            (.dots, "tiers[1].price/unit"), (.pointer, "/tiers/1/price~1unit"), (.brackets, "tiers[1][price/unit]"),
        ] as [(APIDescription.ErrorFormat.FieldPaths, String)]
    )
    func fieldPaths(paths: APIDescription.ErrorFormat.FieldPaths, place: String) async throws {
        let reply = try await server {
            $0.errors = .problem
            $0.errors.fieldPaths = paths
        }.send(.post, "/things", body: #"{"tiers": [{"price/unit": 1}, {}]}"#)
        #expect(reply.faultyFields == [place])
    }

    @Test(
        "has none but the statuses that the API closes its list with",
        arguments: [([], 418), ([418, 500], 418), ([400, 500], 500)]
    )
    func closedStatuses(closed: [Int], status: Int) async throws {
        let teapot = APIDescription.Failure(status: 418, code: "teapot", when: "It is a teapot.")
        let api = APIDescription.small([.get { $0.failures = [teapot] }]) { $0.errors.closedStatuses = closed }
        let server = SmallServer(api) { routes, api in
            routes.answer(api.endpoints[0]) { _ -> JSONValue in throw Refusal(status: 418, code: "teapot", title: "A teapot") }
        }
        let reply = try await server.send()
        #expect(reply.outcome == (status == 418 ? "418 teapot" : "500 internal-error"))
        #expect(!(closed.contains(400) && reply.text.contains("eapot")))
    }

    @Test("does not answer by what no contract documents", arguments: [(409, "late"), (400, "taken"), (409, "Taken")])
    func undocumented(status: Int, code: String) async throws {
        let taken = APIDescription.Failure(status: 409, code: "taken", when: "It is taken.")
        let server = SmallServer(.small([.get { $0.failures = [taken] }])) { routes, api in
            routes.answer(api.endpoints[0]) { _ -> JSONValue in throw Refusal(status: status, code: code, title: "A secret") }
        }
        let reply = try await server.send()
        #expect(reply.outcome == "500 internal-error")
        #expect(!reply.text.contains("secret"))
    }

    @Test("names the first fault alone where the API does")
    func firstFault() async throws {
        let reply = try await server {
            $0.errors = .problem
            $0.errors.reportsFirstFaultOnly = true
        }.send(.post, "/things", body: #"{"tiers": [{}, {}]}"#)
        #expect(reply.faultyFields == ["tiers[0].price/unit"])
    }

    @Test("has the API's own status, code and words, for every convention")
    func ownWords() async throws {
        let server = server {
            $0.errors = .problem
            $0.errors.faults = [
                .init(kind: .invalidRequest, status: 422, code: "VALIDATION", message: "Look again."),
                .init(kind: .malformedBody, code: "BAD_JSON"), .init(kind: .methodNotAllowed, status: 404),
            ]
        }
        let invalid = try await server.send(.post, "/things", body: "{}")
        #expect(invalid.outcome == "422 VALIDATION")
        #expect(invalid.problem?.detail == "Look again.")
        #expect(invalid.problem?.status == 422)
        #expect(try await server.send(.post, "/things", body: "{").outcome == "400 BAD_JSON")
        #expect(try await server.send(.put, "/things").outcome == "404 method-not-allowed")
        #expect(try await server.send(.get, "/nothing").outcome == "404 unknown-path")
    }

    @Test(
        "leaves a tenancy its status unless the API words it otherwise",
        arguments: [(nil, "409 foreign-tenant"), (410, "410 foreign-tenant")] as [(Int?, String)]
    )
    func statusOfTenancy(own: Int?, outcome: String) async throws {
        let api = APIDescription.small([.get { ($0.auth, $0.tenancy) = (.one("k"), .tenant) }]) {
            $0.credentials = [.init(name: "k", place: .header("K"))]
            $0.tenancy = .init(name: "shop", place: .credential, foreignStatus: 409)
            if let own { $0.errors.faults = [.init(kind: .foreignTenant, status: own)] }
        }
        let server = SmallServer(api)
        try server.keys.add("x", id: "x", kind: nil, credential: "k", scopes: [], tenant: nil)
        #expect(try await server.send(.get, "/things", .of(("K", "x"))).outcome == outcome)
    }
}
