import CharterClient
import CharterRuntime
import ParcelsAPIClient
import ParcelsModels
import SampleServers
import Testing

/// What the generated client makes of the generated routes' errors.
@Suite("Generated client of Parcels, refused")
struct ParcelsRefusalTests {
    private let marks = Landmarks.teapots

    private func live(_ scope: String, on server: String = "live") throws -> ParcelsClient<LiveKey> {
        let text = try #require(SampleKey.text(of: marks.account, kind: "live", scope: scope))
        return ParcelsClient(key: try LiveKey(text), transport: try InMemoryParcels.transport(as: server))
    }

    private func test(_ scope: String, on server: String) throws -> ParcelsClient<TestKey> {
        let text = try #require(SampleKey.text(of: marks.account, kind: "test", scope: scope))
        return ParcelsClient(key: try TestKey(text), transport: try InMemoryParcels.transport(as: server))
    }

    /// The error with which a call fails, as `409 label_bought`, with the fields at fault behind it.
    private func refusal<Value>(_ call: () async throws(ClientError) -> Value) async -> String? {
        do throws(ClientError) {
            _ = try await call()
            return nil
        } catch .refused(let status, let problem, _) {
            return (["\(status)", problem.code] + (problem.errors ?? []).map(\.field)).joined(separator: " ")
        } catch {
            return error.description
        }
    }

    @Test("a key opens the servers of its environment alone")
    func environment() async throws {
        let testOnLive = try test("shipments:read", on: "live")
        let testOnSandbox = try test("shipments:read", on: "sandbox")
        let liveOnSandbox = try live("shipments:read", on: "sandbox")
        let get = marks.shipment
        #expect(await refusal { () throws(ClientError) in try await testOnLive.getShipment(shipmentId: get) } == "401 key_wrong_realm")
        #expect(await refusal { () throws(ClientError) in try await testOnSandbox.getShipment(shipmentId: get) } == nil)
        #expect(await refusal { () throws(ClientError) in try await liveOnSandbox.getShipment(shipmentId: get) } == "401 key_wrong_realm")
    }

    @Test("every field at fault is named, whatever its name")
    func fields() async throws {
        let client = try live("shipments:write")
        let heavy = Envelope(format: .c4, weightKg: DecimalNumber(sample: "71"))
        let value = Money(amount: DecimalNumber(sample: "0.001"), currency: .eur)
        let body = ShipmentCreate(
            to: "shp_8Zr2Lm",
            package: .envelope(heavy),
            contents: [Item(description: "Ink", quantity: 1, value: value), Item(description: "", quantity: 0, value: value)],
            metadata: ["a.b/c": String(repeating: "x", count: 201), "~[0]": String(repeating: "x", count: 201)]
        )
        let refusal = await refusal { () throws(ClientError) in try await client.createShipment(body: body) }
        let places = [
            "to", "package.weight_kg", "contents[0].value.amount", "contents[1].description", "contents[1].quantity",
            "contents[1].value.amount", #"metadata["a.b/c"]"#, #"metadata["~[0]"]"#,
        ]
        #expect(refusal == (["422", "validation_failed"] + places).joined(separator: " "))
    }

    @Test("a type of a union that the API does not have is not taken")
    func unknownTag() async throws {
        let client = try live("shipments:write")
        let crate = Package.unknown(tag: "crate", value: .object(["kind": .string("crate")]))
        let item = Item(description: "Ink", quantity: 1, value: Money(amount: 1, currency: .eur))
        let body = ShipmentCreate(to: marks.address, package: crate, contents: [item])
        let refusal = await refusal { () throws(ClientError) in try await client.createShipment(body: body) }
        #expect(refusal == "422 validation_failed package.kind")
    }

    @Test(
        "the rules across the parameters of a query hold",
        arguments: [
            ("2026-04-01", "2026-07-02", nil),
            ("2026-04-01", "2026-07-03", "422 validation_failed query.created_to"),
            ("2026-04-02", "2026-04-01", "422 validation_failed query.created_to"),
            ("2026-04-01", nil, "422 validation_failed query.created_to"),
        ] as [(String, String?, String?)]
    )
    func span(from: String, to: String?, expected: String?) async throws {
        let client = try live("shipments:read")
        let list = client.listShipments(createdFrom: CalendarDate(sample: from), createdTo: to.map { CalendarDate(sample: $0) })
        #expect(await refusal { () throws(ClientError) in try await list.first() } == expected)
    }

    @Test("one of two filters at most is taken")
    func excess() async throws {
        let list = try live("shipments:read").listShipments(reference: "order-1004", addressId: marks.address)
        let refusal = await refusal { () throws(ClientError) in try await list.first() }
        #expect(refusal == "422 validation_failed query.address_id")
    }

    @Test("a list begins behind one of its items", arguments: [("whk_teapots1", false), ("shp_nobody", true)])
    func after(_ id: String, isOfItsType: Bool) async throws {
        let list = try live("shipments:read").listShipments(after: id)
        do throws(ClientError) {
            _ = try await list.first()
            Issue.record("the item was taken")
        } catch {
            guard case .refused(422, let problem, _) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(problem.errors?.map(\.field) == ["query.after"])
            #expect(problem.errors?.first?.message.contains("shp_") == !isOfItsType)
        }
    }

    @Test("what costs money is not sold twice, and old rates not at all")
    func label() async throws {
        let client = try live("labels:buy")
        let order = LabelOrder(rate: marks.oldRate)
        let old = await refusal { () throws(ClientError) in try await client.buyLabel(shipmentId: marks.shipment, body: order) }
        #expect(old == "409 rate_expired")
        let good = LabelOrder(rate: marks.rate)
        let twice = await refusal { () throws(ClientError) in try await client.buyLabel(shipmentId: marks.sentShipment, body: good) }
        #expect(twice == "409 label_bought")
        let short = await refusal { () throws(ClientError) in
            try await client.buyLabel(shipmentId: marks.shipment, body: good, idempotencyKey: "too short")
        }
        #expect(short == "nothing was sent: the idempotency key is not of the form that the API documents")
    }

    @Test("what another account has is not there")
    func foreign() async throws {
        let client = try live("account:admin")
        let shipment = Landmarks.lanterns.shipment
        #expect(await refusal { () throws(ClientError) in try await client.getShipment(shipmentId: shipment) } == "404 not_found")
        #expect(await refusal { () throws(ClientError) in try await client.getAddress(addressId: "adr_lanterns") } == "404 not_found")
        // It is as good as gone, and stays there.
        #expect(await refusal { () throws(ClientError) in try await client.cancelShipment(shipmentId: shipment) } == nil)
    }

    @Test("what is under way is not canceled")
    func underWay() async throws {
        let client = try live("shipments:write")
        let refusal = await refusal { () throws(ClientError) in try await client.cancelShipment(shipmentId: marks.sentShipment) }
        #expect(refusal == "409 shipment_under_way")
    }

    @Test("a key has its time", arguments: [(Fixtures.State.revoked, "key_revoked"), (.expired, "key_expired")])
    func keyOver(_ state: Fixtures.State, code: String) async throws {
        let key = try #require(SampleKey.all(of: marks.account).first { $0.state == state })
        let client = ParcelsClient(key: try LiveKey(key.text), transport: try InMemoryParcels.transport())
        let refusal = await refusal { () throws(ClientError) in try await client.getShipment(shipmentId: marks.shipment) }
        #expect(refusal == "401 \(code)")
    }
}
