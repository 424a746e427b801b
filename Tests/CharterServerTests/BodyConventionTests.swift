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
        let server = SmallServer(.small([.taking(Self.schema)]) { $0.json.acceptedNames = [.snakeCase] }) { routes, api in
            routes.value(api.endpoints[0]) { try $0.body() as Booking }
        }
        #expect(try await server.send(.post, "/things", body: body).text == #"{"startsAt":"x","zipCode":"1","cardNumber":"1"}"#)
        let refused = try await post(body) { _ in }
        #expect(refused.faultyFields == ["startsAt", "pay.cardNumber"])
        let twice = try await post(#"{"starts_at": "x", "startsAt": "x"}"#) { $0.json.acceptedNames = [.snakeCase, .camelCase] }
        #expect(twice.faultyFields == ["startsAt"])
        #expect(twice.problem?.errors?.map(\.message) == ["stands twice, also as 'starts_at'"])
    }

    @Test(
        "have each member once",
        arguments: [
            (#"{"startsAt": "x", "startsAt": "y"}"#, ["startsAt"]), (#"{"startsAt": "x", "a": 1, "a": 2}"#, ["a"]),
            (#"{"startsAt": "x", "starts\u0041t": "y"}"#, ["startsAt"]),
            (#"{"startsAt": "x", "tags": {"a.b": {"a": 1}, "a.b": {"a": 1}}}"#, [#"tags["a.b"]"#]),
            (#"{"startsAt": "x", "pay": {"kind": "card", "cardNumber": "1", "kind": "cash"}}"#, ["pay.kind", "pay.kind"]),
            (#"{"startsAt": "x", "other": [{"a": 1, "\u0061": 2}]}"#, ["other[0].a"]),
        ]
    )
    func duplicates(body: String, faults: [String]) async throws {
        #expect(try await post(body) { _ in }.faultyFields == faults)
    }

    @Test("have all their faults told, in the order of the text and each with its bound")
    func everyFault() async throws {
        let schema = APIDescription.Schema.object([
            .init("name", .string(length: .init(2, 3))), .init("size", .integer(range: .init(1, 9))),
            .init("parts", .list(of: .named("Part"), count: .init(1, 2))), .init("state", .enumeration(["open", "shut"])),
        ])
        let api = APIDescription.small([.taking(schema)]) {
            $0.requests.unknownFields = .reject
            $0.types["Part"] = .object([.init("weight", .number(range: .init(0, nil)))])
        }
        let body = #"{"parts": [{"weight": -1}, {"weight": 1e999}, {}], "more": [{"x": 1}], "size": 2.5, "name": "abcd", "size": 0}"#
        let errors = try await SmallServer(api).send(.post, "/things", body: body).problem?.errors ?? []
        #expect(
            errors.map { "\($0.field) \($0.message)" } == [
                "state is required", "parts must have 1 to 2 items, found 3", "parts[0].weight must be at least 0.0, found -1.0",
                "parts[1].weight is beyond the range of its type", "parts[2].weight is required",
                "more is not a field of this endpoint's body", "size must be a whole number within 64 bits",
                "name must have 2 to 3 characters, found 4", "size stands twice", "size must be 1 to 9, found 0",
            ]
        )
    }

    @Test(
        "say where they stop being JSON",
        arguments: [
            (#"{"startsAt": "x",}"#, 17), (#"{"startsAt": "x"} x"#, 18), (#"{"startsAt": "\ud800"}"#, 14), (#"{"startsAt": 01}"#, 13),
            ("{", 1),
        ]
    )
    func malformed(body: String, offset: Int) async throws {
        let reply = try await post(body) { _ in }
        #expect(reply.outcome == "400 malformed-body")
        #expect(reply.problem?.errors?.first?.message.hasSuffix(", at byte \(offset)") == true)
    }

    @Test(
        "change something where the endpoint asks for it",
        arguments: [("{}", ["body"]), (#"{"x": 1}"#, ["body"]), (#"{"startsAt": null}"#, ["startsAt"]), (#"{"startsAt": ""}"#, [])]
    )
    func emptyChange(body: String, faults: [String]) async throws {
        let schema = APIDescription.Schema.object([.init("startsAt", .string(), isRequired: false)])
        let endpoint = APIDescription.Endpoint.taking(schema) { $0.requestBody?.refusesEmpty = true }
        #expect(try await SmallServer(.small([endpoint])).send(.post, "/things", body: body).faultyFields == faults)
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

    @Test(
        "come in the media types of the endpoint",
        arguments: [
            ([.json], "application/x-www-form-urlencoded", "application/json"),
            ([.form], "application/json", "application/x-www-form-urlencoded"),
            ([.form, .json], "multipart/form-data; boundary=b", "application/x-www-form-urlencoded, application/json"),
            ([.multipart], "application/x-www-form-urlencoded", "multipart/form-data"),
            ([.form], "application/x-www-form-urlencoded; charset=iso-8859-1", "application/x-www-form-urlencoded"),
            ([.form], "application/x-www-form-urlencoded; charset", "application/x-www-form-urlencoded"),
        ] as [([APIDescription.RequestRules.Media], String, String)]
    )
    func media(taken: [APIDescription.RequestRules.Media], type: String, accepted: String) async throws {
        let reply = try await post(#"{"startsAt": "x"}"#, .of(("Content-Type", type)), { _ in }, { $0.requestBody?.media = taken })
        #expect(reply.outcome == "415 unsupported-media-type")
        #expect(reply["Accept"] == accepted)
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
            routes.answer(api.endpoints[0]) { $0.idempotencyKey }
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
            routes.answer(api.endpoints[0]) { $0.idempotencyKey }
        }
        let reply = try await server.send(.post, "/things", body: #"{"startsAt": "x", \#(member)}"#)
        #expect(reply.json == key.map(JSONValue.string) || reply.status == 400)
        #expect(reply.faultyFields == faults)
    }
}

/// A body that reads itself, and is answered with what it has read.
private struct Booking: JSONCodable {
    var startsAt: String?
    var zipCode: String?
    var cardNumber: String?

    init(from json: inout JSONReader) throws(JSONFault) {
        var members = try json.members(["startsAt", "venue", "pay"])
        while let member = try members.next(&json) {
            if member == 0 { startsAt = try json.value() } else { try readPart(&json) }
        }
    }

    private mutating func readPart(_ json: inout JSONReader) throws(JSONFault) {
        var members = try json.members(["zipCode", "cardNumber"])
        while let member = try members.next(&json) {
            if member == 0 { zipCode = try json.value() } else { cardNumber = try json.value() }
        }
    }

    func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("startsAt", startsAt)
        json.member("zipCode", zipCode)
        json.member("cardNumber", cardNumber)
        json.closeObject()
    }
}
