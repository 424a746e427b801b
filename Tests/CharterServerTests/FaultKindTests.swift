import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// Requests that are not as described are answered by what is at fault.
@Suite("Faults by the part of the request")
struct FaultKindTests {
    private static let good = "8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d"

    /// `POST /things/:id`, of which every part can be at fault.
    private func server(_ faults: [APIDescription.ErrorFormat.Fault], _ change: (inout APIDescription.Endpoint) -> Void = { _ in })
        -> SmallServer
    {
        let endpoint = APIDescription.Endpoint.taking(.object([.init("n", .integer())])) {
            $0.path = "/things/:id"
            $0.pathParameters = [.init(name: "id", schema: .string(format: .uuid), isRequired: true)]
            $0.queryParameters = [.init(name: "q", schema: .integer())]
            $0.headerParameters = [.init(name: "X-App", schema: .string(length: .init(1, 3)), isRequired: true)]
            change(&$0)
        }
        return SmallServer(.small([endpoint]) { $0.errors.faults = faults })
    }

    private func answer(
        _ server: SmallServer,
        id: String = good,
        query: String = "",
        fields: HTTPFields = .of(("X-App", "web")),
        body: String = #"{"n": 1}"#
    ) async throws -> String {
        let reply = try await server.send(.post, "/things/\(id)\(query)", fields, body: body)
        return ([reply.outcome] + reply.faultyFields).joined(separator: " ")
    }

    @Test("have one answer where the API has one")
    func together() async throws {
        let all = try await answer(server([]), id: "x", query: "?q=x", fields: [:], body: "{}")
        #expect(all == "400 invalid-request path.id query.q header.X-App n")
        let worded = server([.init(kind: .invalidRequest, status: 422, code: "wrong")])
        #expect(try await answer(worded, id: "x", body: "{}") == "422 wrong path.id n")
    }

    @Test("have answers of their own, the first of which is given")
    func apart() async throws {
        let server = server([
            .init(kind: .invalidRequest, status: 422), .init(kind: .invalidPath, status: 404, code: "unknown"),
            .init(kind: .invalidField, code: "body-wrong"),
        ])
        #expect(try await answer(server) == "200")
        #expect(try await answer(server, id: "x", query: "?q=x", fields: [:], body: "{}") == "404 unknown path.id")
        #expect(try await answer(server, query: "?q=x", fields: [:], body: "{}") == "422 invalid-request query.q header.X-App")
        #expect(try await answer(server, body: "{}") == "422 body-wrong n")
    }

    @Test("of one parameter have its own answer, which others of that answer share")
    func ofOne() async throws {
        let server = server([]) {
            $0.pathParameters[0].invalid = .init(kind: .invalidRequest, status: 404)
            $0.headerParameters[0].missing = .init(kind: .invalidRequest, status: 403, code: "app-missing", message: "Say who you are.")
            $0.headerParameters[0].invalid = .init(kind: .invalidRequest, status: 422)
            $0.forbiddenHeaders = [.init(name: "X-Shop"), .init(name: "X-Old", answer: .init(kind: .invalidRequest, status: 410))]
        }
        #expect(try await answer(server, id: "x", fields: [:]) == "404 invalid-request path.id")
        #expect(try await answer(server, fields: [:]) == "403 app-missing header.X-App")
        #expect(try await server.send(.post, "/things/\(Self.good)", body: #"{"n": 1}"#).problem?.detail == "Say who you are.")
        #expect(try await answer(server, fields: .of(("X-App", "browser"))) == "422 invalid-request header.X-App")
        let shop = HTTPFields.of(("X-App", "web"), ("x-shop", ""))
        #expect(try await answer(server, fields: shop, body: "{}") == "400 invalid-request header.X-Shop n")
        #expect(try await answer(server, fields: .of(("X-App", "web"), ("X-Old", "1"))) == "410 invalid-request header.X-Old")
        #expect(try await answer(server, query: "?q=x", fields: [:]) == "400 invalid-request query.q")
    }

    @Test("are told by conventions too")
    func conventions() async throws {
        let faults: [APIDescription.ErrorFormat.Fault] = [
            .init(kind: .invalidParameter, status: 406), .init(kind: .invalidField, status: 422),
        ]
        let server = server(faults) {
            $0.idempotency = .init(
                name: "once",
                place: .header("Once"),
                form: .string(length: .init(3)),
                scope: [.tenant],
                remembers: .successes
            )
        }
        let fields = HTTPFields.of(("X-App", "web"), ("Once", "a"))
        #expect(try await answer(server, fields: fields) == "406 invalid-request header.Once")
    }
}

/// Changes that change nothing.
@Suite("Empty changes")
struct EmptyChangeTests {
    private func outcome(_ body: String, refuses: Bool = true, envelope: APIDescription.Envelope? = nil) async throws -> String {
        let properties: [APIDescription.Property] = [
            .init("n", .integer(), isRequired: false), .init("note", .nullable(.string()), isRequired: false),
        ]
        let endpoint = APIDescription.Endpoint.taking(.object(properties)) {
            $0.method = .patch
            $0.requestBody?.refusesEmpty = refuses
            $0.envelope = envelope
        }
        let reply = try await SmallServer(.small([endpoint])).send(.patch, "/things", body: body)
        return ([reply.outcome] + reply.faultyFields).joined(separator: " ")
    }

    @Test("are refused where the API does, also with unknown fields alone")
    func refused() async throws {
        #expect(try await outcome("{}") == "400 invalid-request body")
        #expect(try await outcome(#"{"other": 1}"#) == "400 invalid-request body")
        #expect(try await outcome(#"{"data": {}}"#, envelope: .init(request: "data")) == "400 invalid-request data")
    }

    @Test("are those without a field: null changes something")
    func changes() async throws {
        #expect(try await outcome(#"{"note": null}"#) == "200")
        #expect(try await outcome(#"{"n": 1}"#) == "200")
        #expect(try await outcome(#"{"n": null}"#) == "400 invalid-request n")
    }

    @Test("are a success where the API says nothing")
    func accepted() async throws {
        #expect(try await outcome("{}", refuses: false) == "200")
    }
}
