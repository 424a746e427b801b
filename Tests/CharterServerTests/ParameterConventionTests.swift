import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// Header fields, lists, defaults and rules, and the ways in which an API reads its queries.
@Suite("Conventions of parameters")
struct ParameterConventionTests {
    /// What the handler was given: the tags, the number, the colour and the header fields.
    private func server(_ change: (inout APIDescription) -> Void = { _ in }, _ edit: (inout APIDescription.Endpoint) -> Void = { _ in })
        -> SmallServer
    {
        let endpoint = APIDescription.Endpoint.get { endpoint in
            endpoint.queryParameters = [
                .init(name: "tags", schema: .list(of: .string(length: .init(1, 3)), count: .init(1, 3)), defaultValue: "x,y"),
                .init(name: "ids", schema: .list(of: .integer()), listStyle: .comma),
                .init(name: "n", schema: .integer(range: .init(1, 9)), defaultValue: "5", ignoresInvalid: true),
                .init(name: "q", schema: .string()), .init(name: "from", schema: .string(format: .date)),
                .init(name: "to", schema: .string(format: .date)),
            ]
            endpoint.headerParameters = [
                .init(name: "X-Colour", schema: .enumeration(["red", "blue"])),
                .init(name: "X-List", schema: .list(of: .integer())),
            ]
            edit(&endpoint)
        }
        return SmallServer(.small([endpoint], change)) { routes, api in
            routes.value(api.endpoints[0]) { request in
                let tags: [String] = try request.queryList("tags")
                let ids: [Int]? = try request.queryList("ids")
                let number: Int = try request.requiredQuery("n")
                let text: String? = try request.query("q")
                let colour: String? = try request.header("x-colour")
                return [
                    tags.joined(separator: "|"), ids.map { $0.map(String.init).joined(separator: "|") } ?? "-", "\(number)", text ?? "-",
                    colour ?? "-",
                ].joined(separator: " ")
            }
        }
    }

    @Test(
        "are read as documented",
        arguments: [
            ("/things", [:], "x|y - 5 - -"), ("/things?tags=a&tags=b", [:], "a|b - 5 - -"), ("/things?tags=a,b", [:], "a,b - 5 - -"),
            ("/things?ids=1,2", [:], "x|y 1|2 5 - -"), ("/things?ids=1%2C2", [:], "x|y 1|2 5 - -"), ("/things?n=7", [:], "x|y - 7 - -"),
            ("/things?n=10", [:], "x|y - 5 - -"), ("/things?n=x", [:], "x|y - 5 - -"), ("/things?n=1&n=2", [:], "x|y - 5 - -"),
            ("/things", .of(("x-colour", "red")), "x|y - 5 - red"),
            ("/things", .of(("X-List", "1, 2"), ("X-List", "3")), "x|y - 5 - -"),
        ] as [(String, HTTPFields, String)]
    )
    func reading(path: String, fields: HTTPFields, values: String) async throws {
        let reply = try await server().send(.get, path, fields)
        #expect(reply.json == .string(values), "\(reply.text)")
    }

    @Test(
        "are refused where they are not",
        arguments: [
            ("/things?tags=a&tags=long", [:], ["query.tags[1]"]), ("/things?tags=a&tags=b&tags=c&tags=d", [:], ["query.tags"]),
            ("/things?ids=1,x,", [:], ["query.ids[1]", "query.ids[2]"]), ("/things?ids=1&ids=2", [:], ["query.ids"]),
            ("/things", .of(("X-Colour", "green")), ["header.X-Colour"]),
            ("/things", .of(("X-Colour", "red"), ("X-Colour", "red")), ["header.X-Colour"]),
            ("/things", .of(("X-List", "1, x")), ["header.X-List[1]"]),
        ] as [(String, HTTPFields, [String])]
    )
    func refusing(path: String, fields: HTTPFields, faults: [String]) async throws {
        let reply = try await server().send(.get, path, fields)
        #expect(reply.outcome == "400 invalid-request")
        #expect(reply.faultyFields == faults)
    }

    @Test("of UUIDs are of the version that is asked for, in either case of letters")
    func versions() async throws {
        let server = server({ _ in }) { endpoint in
            endpoint.path = "/things/:id"
            endpoint.pathParameters = [.init(name: "id", schema: .string(format: .uuid4), isRequired: true)]
        }
        for id in ["8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d", "8AD4F7C2-9E3B-4A1C-BC2F-1D8E3A9B7C4D"] {
            #expect(try await server.send(.get, "/things/\(id)").status == 200)
        }
        let later = try await server.send(.get, "/things/8ad4f7c2-9e3b-7a1c-bc2f-1d8e3a9b7c4d")
        let malformed = try await server.send(.get, "/things/8ad4f7c2")
        #expect((later.outcome, later.faultyFields) == ("400 invalid-request", ["path.id"]))
        #expect((malformed.outcome, malformed.faultyFields) == (later.outcome, later.faultyFields))
    }

    @Test("must be there where they are required")
    func required() async throws {
        let server = server({ _ in }, { $0.headerParameters[0].isRequired = true })
        #expect(try await server.send().faultyFields == ["header.X-Colour"])
    }

    @Test(
        "that stand more than once are read as the API says",
        arguments: [(.reject, nil), (.first, "x|y - 5 a -"), (.last, "x|y - 5 b -")]
            as [(APIDescription.RequestRules.Repeated, String?)]
    )
    func repeated(rule: APIDescription.RequestRules.Repeated, values: String?) async throws {
        let reply = try await server { $0.requests.repeatedQuery = rule }.send(.get, "/things?q=a&q=b")
        #expect(values.map { reply.json == .string($0) } ?? (reply.faultyFields == ["query.q"]))
    }

    @Test(
        "without text are read as the API says",
        arguments: [(.reject, nil), (.value, "x|y - 5  -"), (.absent, "x|y - 5 - -")] as [(APIDescription.RequestRules.Empty, String?)]
    )
    func empty(rule: APIDescription.RequestRules.Empty, values: String?) async throws {
        let reply = try await server { $0.requests.emptyQuery = rule }.send(.get, "/things?q=")
        #expect(values.map { reply.json == .string($0) } ?? (reply.faultyFields == ["query.q"]))
    }

    @Test("that nobody documents are refused where the API says so")
    func unknown() async throws {
        let server = server {
            $0.requests.unknownQuery = .reject
            $0.credentials = [.init(name: "k", place: .header("K"), fallbackPlaces: [.query("key")])]
        }
        #expect(try await server.send(.get, "/things?q=a&key=k").status == 200)
        #expect(try await server.send(.get, "/things?Q=a&q=b&z").faultyFields == ["query.Q", "query.z"])
        let many = (1...300).map { "u\($0)" }.joined(separator: "&")
        #expect(try await server.send(.get, "/things?\(many)").faultyFields == (1...100).map { "query.u\($0)" })
    }

    @Test(
        "hold the rules between them",
        arguments: [
            (.span(from: "from", to: "to", seconds: 86_400), "from=2026-05-01&to=2026-05-02", []),
            (.span(from: "from", to: "to", seconds: 86_400), "from=2026-05-01&to=2026-05-03", ["query.to"]),
            (.span(from: "from", to: "to", seconds: nil), "from=2026-05-01&to=2026-05-03", []),
            (.span(from: "from", to: "to", seconds: nil), "from=2026-05-02&to=2026-05-01", ["query.to"]),
            (.span(from: "from", to: "to", seconds: nil), "from=2026-05-02", []), (.together(["q", "from"]), "", []),
            (.together(["q", "from"]), "q=a", ["query.from"]), (.together(["q", "from"]), "q=a&from=2026-05-01", []),
            (.together(["n", "q"]), "", []), (.atMostOne(["q", "from"]), "q=a&from=2026-05-01", ["query.from"]),
            (.atMostOne(["q", "from"]), "", []), (.exactlyOne(["q", "X-Colour"]), "", ["query.q"]),
            (.exactlyOne(["q", "from"]), "from=2026-05-01", []), (.exactlyOne(["q", "from"]), "q=a&from=2026-05-01", ["query.from"]),
        ] as [(APIDescription.ParameterRule, String, [String])]
    )
    func rules(rule: APIDescription.ParameterRule, query: String, faults: [String]) async throws {
        let reply = try await server({ _ in }, { $0.rules = [rule] }).send(.get, "/things?\(query)")
        #expect(reply.faultyFields == faults)
        #expect(reply.status == (faults.isEmpty ? 200 : 400))
    }

    @Test(
        "say how far apart two of them may be",
        arguments: [(1, "a second"), (5400, "90 minutes"), (7200, "2 hours"), (86_400, "24 hours"), (7_948_800, "92 days")]
    )
    func spanWords(seconds: Int, words: String) async throws {
        let server = server({ _ in }, { $0.rules = [.span(from: "from", to: "to", seconds: seconds)] })
        let reply = try await server.send(.get, "/things?from=2026-05-01&to=2026-12-31")
        #expect(reply.problem?.errors?.map(\.message) == ["must be at most \(words) behind 'from'"])
    }
}
