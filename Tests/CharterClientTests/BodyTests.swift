import CharterClient
import CharterRuntime
import HTTPTypes
import Testing

@Suite("bodies and repeatable calls")
struct BodyTests {
    @Test("results come out of their envelope", arguments: [#"{"data":{"id":7}}"#, #"{"data":{"id":7},"meta":{"requestId":"r"}}"#])
    func single(body: String) async throws {
        #expect(try await order(body, .init(single: "data", list: "items")) == Order(id: 7))
        #expect(try await order(#"{"result":\#(body)}"#, .init(single: "result.data")) == Order(id: 7))
        #expect(try await order(#"{"id":7}"#, .init(list: "items")) == Order(id: 7))
    }

    @Test("a result without its envelope does not fit", arguments: [#"{"id":7}"#, #"{"data":null}"#, "[]"])
    func missingEnvelope(body: String) async throws {
        let error = await #expect(throws: ClientError.self) { _ = try await order(body, .init(single: "data")) }
        guard case .undecodable(is JSONFault, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("lists that are not paged come out of theirs")
    func list() async throws {
        let call = Call {
            $0.endpoint.envelope = .init(single: "data", list: "items")
            $0.api.types["Orders"] = .list(of: .named("Order"))
            $0.endpoint.success.body = .nullable(.named("Orders"))
            $0.transport = StubTransport(.json(200, #"{"items":[{"id":1},{"id":2}]}"#))
        }
        let orders: [Order] = try await call.client.value(of: call.endpoint, path: ["shop": "s", "id": 7])
        #expect(orders == [Order(id: 1), Order(id: 2)])
    }

    @Test("requests are wrapped, numbers kept digit by digit")
    func wrapped() async throws {
        let call = Call {
            $0.endpoint = Shop.addOrder
            $0.endpoint.success.status = 200
            $0.endpoint.envelope = .init(request: "request.data")
        }
        _ = try await call.request(body: ["size": Int.max])
        #expect(await call.transport.bodies == [Array(#"{"request":{"data":{"size":9223372036854775807}}}"#.utf8)])
    }

    @Test("instants are sent with the digits that each needs")
    func instants() async throws {
        let call = Call {
            $0.api.json.timestamps = .seconds
            $0.endpoint = Shop.addOrder
            $0.endpoint.success.status = 200
        }
        let times = ["2026-05-01T10:23:18Z", "2026-05-01T10:23:18.114Z", "2026-05-01T10:23:18.114000007Z"]
        _ = try await call.request(body: times.compactMap(Timestamp.init))
        let text = #"["2026-05-01T10:23:18Z","2026-05-01T10:23:18.114Z","2026-05-01T10:23:18.114000007Z"]"#
        #expect(await call.transport.bodies == [Array(text.utf8)])
    }

    @Test("a number that JSON does not have is not sent", arguments: [Double.infinity, -.infinity, .nan])
    func noNumber(number: Double) async throws {
        let call = Call { $0.endpoint = Shop.addOrder }
        let error = await #expect(throws: ClientError.self) {
            try await call.client.perform(call.endpoint, path: ["shop": "s"], body: ["size": number])
        }
        guard case .unsendable(is JSONFault)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(await call.transport.requests.isEmpty)
    }

    @Test("every documented status is a success", arguments: [200, 201])
    func otherStatuses(status: Int) async throws {
        let call = Call {
            $0.endpoint.success.otherStatuses = [201]
            $0.transport = StubTransport(.json(status, #"{"id":7}"#))
        }
        let order: Order = try await call.client.value(of: call.endpoint, path: ["shop": "s", "id": 7])
        #expect(order.id == 7)
    }

    @Test("a call that can be repeated has a key, a fresh one where none is given")
    func idempotencyHeader() async throws {
        let call = idempotent(.header("Idempotency-Key"))
        #expect(try await call.request(idempotencyKey: "mine", body: Order(id: 1)).header("Idempotency-Key") == "mine")
        let keys = [
            try await call.request(body: Order(id: 1)).header("Idempotency-Key"),
            try await call.request(body: Order(id: 1)).header("Idempotency-Key"),
        ]
        #expect(Set(keys.compactMap { $0.flatMap(UniqueID.init) }).count == 2)
        #expect(try await Call().request(idempotencyKey: "mine").header("Idempotency-Key") == nil)
    }

    @Test("the key may be a member of the body, inside its envelope")
    func idempotencyField() async throws {
        var call = idempotent(.field("key"))
        call.endpoint.envelope = .init(request: "data")
        _ = try await call.request(idempotencyKey: #"a"b"#, body: Order(id: 1))
        _ = try await call.request(idempotencyKey: "k", body: [String: Int]())
        _ = try await call.request(idempotencyKey: "k", body: ["key": "own"])
        _ = try await call.request(idempotencyKey: "k", body: ["a": ["key": "deeper"]])
        _ = try await call.request(idempotencyKey: "k", body: ["k\u{0}e\"y": 0.1])
        _ = try await call.request(idempotencyKey: "k")
        let bodies = await call.transport.bodies.map { String(decoding: $0, as: UTF8.self) }
        #expect(
            bodies == [
                #"{"data":{"key":"a\"b","id":1}}"#, #"{"data":{"key":"k"}}"#, #"{"data":{"key":"own"}}"#,
                #"{"data":{"key":"k","a":{"key":"deeper"}}}"#, #"{"data":{"key":"k","k\u0000e\"y":0.1}}"#, #"{"data":{"key":"k"}}"#,
            ]
        )
    }

    @Test("a key that does not fit, or a body that cannot hold it, is not sent")
    func idempotencyFaults() async throws {
        var call = idempotent(.header("Idempotency-Key"))
        call.endpoint.idempotency?.form = .string(length: .init(1, 5))
        #expect(try await call.reason(idempotencyKey: "123456", body: Order(id: 1)) == .idempotencyKey(isGiven: true))
        #expect(try await call.reason(body: Order(id: 1)) == .idempotencyKey(isGiven: false))
        #expect(try await idempotent(.field("key")).reason(body: [1, 2]) == .bodyMember("key"))
    }

    @Test(
        "list parameters repeat their name or have commas between their items",
        arguments: [
            (.repeated, ["a", "b c"], "?tag=a&tag=b%20c"), (.comma, ["a", "b c"], "?tag=a,b%20c"), (.repeated, ["a,b"], "?tag=a%2Cb"),
            (.repeated, [], ""), (.comma, [], ""),
        ] as [(APIDescription.ListStyle, [String], String)]
    )
    func lists(style: APIDescription.ListStyle, values: [String], query: String) async throws {
        let call = listCall(style)
        #expect(try await call.request(query: ["tag": values]).path == "/v1/shops/s/orders/7" + query)
    }

    @Test("an item with a comma is not sent where commas stand between items")
    func comma() async throws {
        #expect(try await listCall(.comma).reason(query: ["tag": ["a,b"]]) == .commaInItem(parameter: "tag"))
    }

    private func listCall(_ style: APIDescription.ListStyle) -> Call {
        Call { $0.endpoint.queryParameters = [.init(name: "tag", schema: .list(of: .string()), listStyle: style)] }
    }

    private func order(_ body: String, _ envelope: APIDescription.Envelope) async throws -> Order {
        let call = Call {
            $0.endpoint.envelope = envelope
            $0.transport = StubTransport(.json(200, body))
        }
        return try await call.client.value(of: call.endpoint, path: ["shop": "s", "id": 7])
    }

    private func idempotent(_ place: APIDescription.Idempotency.Place) -> Call {
        Call {
            $0.endpoint = Shop.addOrder
            $0.endpoint.success.status = 200
            $0.endpoint.idempotency = .init(
                name: "byKey",
                place: place,
                form: .string(length: .init(1, 255)),
                scope: [.tenant],
                remembers: .successes
            )
        }
    }
}
