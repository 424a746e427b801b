import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// What an API says of all its bodies: unknown fields, spellings, envelopes, sizes and keys for repeating.
@Suite("Conventions of bodies")
struct BodyConventionTests {
    private static let schema = APIDescription.Schema.object([
        .init("startsAt", .string()),
        .init("venue", .object([.init("zipCode", .string(), isRequired: false)]), isRequired: false),
        .init("tags", .map(of: .object([.init("a", .integer())])), isRequired: false),
        .init(
            "pay",
            .union(by: "kind", [.init(tag: "card", schema: .object([.init("cardNumber", .string())]))]),
            isRequired: false
        ),
    ])

    private func post(
        _ body: String,
        _ fields: HTTPFields = [:],
        _ change: (inout APIDescription) -> Void,
        _ edit: (inout APIDescription.Endpoint) -> Void = { _ in }
    ) async throws -> TrialReply {
        try await SmallServer(.small([.taking(Self.schema, edit)], change)).send(.post, "/things", fields, body: body)
    }

    @Test(
        "refuse unknown fields as far as the API says",
        arguments: [
            (.ignore, []), (.rejectAtTop, ["x"]), (.reject, ["x", "venue.y", "tags.t.z", "pay.w"]),
        ] as [(APIDescription.RequestRules.UnknownFields, [String])]
    )
    func unknownFields(rule: APIDescription.RequestRules.UnknownFields, faults: [String]) async throws {
        let body = #"""
            {"startsAt": "", "x": 1, "venue": {"y": 1}, "tags": {"t": {"a": 1, "z": 1}},
             "pay": {"kind": "card", "cardNumber": "1", "w": 1}}
            """#
        let reply = try await post(body) { $0.requests.unknownFields = rule }
        #expect(reply.faultyFields == faults)
        #expect(reply.status == (faults.isEmpty ? 200 : 400))
    }

    @Test("take names in the spellings that the API accepts, and hand on the documented ones")
    func spellings() async throws {
        let body = #"{"starts_at": "x", "venue": {"zip_code": "1"}, "pay": {"kind": "card", "card_number": "1"}}"#
        let accepted = try await post(body) { $0.json.acceptedNames = [.snakeCase] }
        #expect(accepted.text == #"{"pay":{"cardNumber":"1","kind":"card"},"startsAt":"x","venue":{"zipCode":"1"}}"#)
        let refused = try await post(body) { _ in }
        #expect(refused.faultyFields == ["startsAt", "pay.cardNumber"])
        let twice = try await post(#"{"starts_at": "x", "startsAt": "x"}"#) { $0.json.acceptedNames = [.snakeCase, .camelCase] }
        #expect(twice.faultyFields == ["startsAt"])
    }

    @Test("come in an envelope where the endpoint has one")
    func envelope() async throws {
        let wrap: (inout APIDescription.Endpoint) -> Void = { $0.envelope = .init(request: "data") }
        #expect(try await post(#"{"data": {"startsAt": "x"}}"#, [:], { _ in }, wrap).text == #"{"startsAt":"x"}"#)
        #expect(try await post(#"{"data": {}}"#, [:], { _ in }, wrap).faultyFields == ["data.startsAt"])
        #expect(try await post(#"{"startsAt": "x"}"#, [:], { _ in }, wrap).faultyFields == ["data"])
        let strict = try await post(#"{"data": {"startsAt": "x"}, "more": 1}"#, [:], { $0.requests.unknownFields = .reject }, wrap)
        #expect(strict.faultyFields == ["more"])
    }

    @Test("may have the size that the endpoint says, or the API", arguments: [(nil, 413), (40, 200)] as [(Int?, Int)])
    func size(own: Int?, status: Int) async throws {
        let reply = try await post(#"{"startsAt": "0123456789"}"#, [:], { $0.requests.bodySize = 20 }, { $0.requestBody?.size = own })
        #expect(reply.status == status)
    }

    @Test("of other media types are refused even where the API will take them one day", arguments: [true, false])
    func media(isForm: Bool) async throws {
        let reply = try await post(
            isForm ? "startsAt=x" : #"{"startsAt": "x"}"#,
            .of(("Content-Type", isForm ? "application/x-www-form-urlencoded" : "application/json")),
            { $0.requests.media = [.form] }
        )
        #expect(reply.outcome == "415 unsupported-media-type")
    }

    private func idempotency(_ place: APIDescription.Idempotency.Place) -> APIDescription.Idempotency {
        .init(name: "once", place: place, form: .string(length: .init(3, 5)), isRequired: true, scope: [.key], remembers: .successes)
    }

    @Test(
        "can be repeated by a key in a header field",
        arguments: [
            ([:], "400 idempotency-key-missing", []), (.of(("Once", "ab")), "400 invalid-request", ["header.Once"]),
            (.of(("once", "abc")), "200", []), (.of(("Once", "abc"), ("Once", "abc")), "400 invalid-request", ["header.Once"]),
        ] as [(HTTPFields, String, [String])]
    )
    func keyInHeader(fields: HTTPFields, outcome: String, faults: [String]) async throws {
        let reply = try await post(#"{"startsAt": "x"}"#, fields, { _ in }, { $0.idempotency = idempotency(.header("Once")) })
        #expect(reply.outcome == outcome)
        #expect(reply.faultyFields == faults)
    }

    @Test("can be repeated by a key in the body, which is no unknown field")
    func keyInBody() async throws {
        let endpoint = APIDescription.Endpoint.taking(Self.schema) { $0.idempotency = idempotency(.field("once")) }
        let server = SmallServer(.small([endpoint]) { $0.requests.unknownFields = .reject }) { routes, api in
            routes.value(api.endpoints[0]) { $0.idempotencyKey }
        }
        #expect(try await server.send(.post, "/things", body: #"{"startsAt": "x", "once": "abcd"}"#).json == .string("abcd"))
        #expect(try await server.send(.post, "/things", body: #"{"startsAt": "x"}"#).outcome == "400 idempotency-key-missing")
        #expect(try await server.send(.post, "/things", body: #"{"startsAt": "x", "once": 12}"#).faultyFields == ["once"])
        let pointing = SmallServer(.small([endpoint]) { $0.errors.fieldPaths = .pointer })
        #expect(try await pointing.send(.post, "/things", body: #"{"startsAt": "x", "once": 12}"#).faultyFields == ["/once"])
    }

    @Test(
        "can be repeated by a key in the body in every spelling that the API accepts, once",
        arguments: [
            (#""once_key": "abc""#, "abc", []), (#""onceKey": "abc""#, "abc", []), (#""ONCE_KEY": "abc""#, nil, ["ONCE_KEY"]),
            (#""once_key": "abc", "onceKey": "abc""#, nil, ["once_key"]),
        ] as [(String, String?, [String])]
    )
    func spelledKeyInBody(member: String, key: String?, faults: [String]) async throws {
        let endpoint = APIDescription.Endpoint.taking(Self.schema) { $0.idempotency = idempotency(.field("once_key")) }
        let server = SmallServer(
            .small([endpoint]) { ($0.requests.unknownFields, $0.json.acceptedNames) = (.reject, [.camelCase, .snakeCase]) }
        ) { routes, api in
            routes.value(api.endpoints[0]) { $0.idempotencyKey }
        }
        let reply = try await server.send(.post, "/things", body: #"{"startsAt": "x", \#(member)}"#)
        #expect(reply.json == key.map(JSONValue.string) || reply.status == 400)
        #expect(reply.faultyFields == faults)
    }
}
