import CharterClient
import CharterRuntime
import ParcelsAPIClient
import ParcelsModels
import SampleServers
import Testing

/// The generated client against the generated routes.
///
/// `ParcelsClient<PartnerKey>` has no `createShipment`, nor any other call that takes an account's key: such a line does not compile.
@Suite("Generated client of Parcels")
struct ParcelsClientTests {
    private let marks = Landmarks.teapots
    private let transport: any HTTPTransport

    init() throws {
        transport = try InMemoryParcels.transport()
    }

    private func live(_ scope: String) throws -> ParcelsClient<LiveKey> {
        let text = try #require(SampleKey.text(of: marks.account, kind: "live", scope: scope))
        return ParcelsClient(key: try LiveKey(text), transport: transport)
    }

    private func partner() throws -> ParcelsClient<PartnerKey> {
        let text = try #require(SampleKey.text(of: marks.account, kind: "partner", scope: "events:report"))
        return ParcelsClient(key: try PartnerKey(text), transport: transport)
    }

    @Test("walks a list behind the last item of each page", arguments: [1, 2, 3, 7, 100])
    func walk(limit: Int) async throws {
        var ids: [String] = []
        for try await shipment in try live("shipments:read").listShipments(limit: limit) { ids.append(shipment.id) }
        #expect(ids == ["shp_teapots7", "shp_teapots6", "shp_teapots5", marks.shipment, "shp_teapots3", "shp_teapots2", "shp_teapots1"])
    }

    @Test("begins a list behind an item")
    func after() async throws {
        let page = try await live("shipments:read").listShipments(limit: 2, after: marks.shipment).first()
        #expect(page.items.map(\.id) == ["shp_teapots3", "shp_teapots2"])
        #expect(page.hasMore == true)
    }

    @Test("filters by a list with commas and a span of days")
    func filter() async throws {
        let client = try live("shipments:read")
        let under = try await client.listShipments(status: [.draft, .inTransit]).first()
        #expect(under.items.map(\.id) == [marks.shipment, "shp_teapots3"])
        let days = try await client.listShipments(
            createdFrom: CalendarDate(sample: "2026-04-05"),
            createdTo: CalendarDate(sample: "2026-04-06")
        ).first()
        #expect(days.items.map(\.reference) == ["order-1006", "order-1005"])
    }

    @Test("reads each type of a union, and keeps one that a later version has added")
    func union() async throws {
        let tracking = try await live("shipments:read").track(trackingNumber: marks.trackingNumber)
        guard case .unknown("customs", let value) = tracking.events.first else {
            Issue.record("no unknown event, but \(tracking.events)")
            return
        }
        #expect(value["held_by"] == .string("AT-Wien"))
        guard case .failed(let failed) = tracking.events[1], case .moved = tracking.events[2], case .accepted = tracking.events[3] else {
            Issue.record("other events: \(tracking.events)")
            return
        }
        #expect(failed.nextAttemptOn == CalendarDate(sample: "2026-04-06"))
        // What is not known is written as it was read.
        let again = try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(tracking))
        #expect(again["events"] == .array(try tracking.events.map { try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode($0)) }))
        #expect(try JSONCoding.decode(Tracking.self, from: JSONCoding.encode(tracking)) == tracking)
    }

    @Test("sends a union, a map and exact amounts, and gets them back")
    func create() async throws {
        let new = ShipmentCreate(
            to: marks.address,
            package: .tube(Tube(lengthCm: 90, diameterCm: DecimalNumber(sample: "7.5"), weightKg: DecimalNumber(sample: "0.400"))),
            contents: [
                Item(description: "Poster", quantity: 3, value: Money(amount: DecimalNumber(sample: "19.90"), currency: .eur))
            ],
            metadata: ["basket": "77", "shop.code": "north"]
        )
        let client = try live("shipments:write")
        let made = try await client.createShipment(body: new)
        #expect(made.package == new.package)
        #expect(made.metadata == ["basket": "77", "shop.code": "north"])
        #expect(made.contents.first?.value.amount.digits == "19.90")
        #expect(made.label == nil)
        #expect(try await client.getShipment(shipmentId: made.id) == made)
    }

    @Test("changes only what is given")
    func patch() async throws {
        let client = try live("addresses:write")
        let before = try await client.getAddress(addressId: marks.address)
        let change = AddressChange(city: "Braga", metadata: ["customer": "1043"])
        let after = try await client.changeAddress(addressId: marks.address, body: change)
        var expected = before
        expected.city = "Braga"
        expected.metadata = ["customer": "1043", "shop.code": "north"]
        #expect(after == expected)
    }

    @Test("quotes rates and buys a label with one of them")
    func buy() async throws {
        let box = Box(lengthCm: 30, widthCm: 20, heightCm: 10, weightKg: DecimalNumber(sample: "1.250"))
        let route = Route(
            from: Place(postalCode: "4050-262", country: "PT"),
            to: Place(postalCode: "1010", country: "AT"),
            package: .box(box)
        )
        let rates = try await live("labels:buy").quoteRates(body: route)
        #expect(rates.map(\.price.amount.digits) == ["9.90", "14.25", "31.00"])
        let rate = try #require(rates.first)
        let label = try await live("labels:buy").buyLabel(shipmentId: marks.shipment, body: LabelOrder(rate: rate.id, format: .zpl))
        #expect(label.price == rate.price)
        #expect(try await live("shipments:read").getShipment(shipmentId: marks.shipment).label == label)
    }

    @Test("cancels a shipment, and does no harm the second time")
    func cancel() async throws {
        let client = try live("shipments:write")
        try await client.cancelShipment(shipmentId: marks.shipment)
        try await client.cancelShipment(shipmentId: marks.shipment)
        let left = try await client.listShipments().first().items.map(\.id)
        #expect(left.count == 6 && !left.contains(marks.shipment))
    }

    @Test("reports an event with a carrier's key, on any account's parcel")
    func report() async throws {
        let event = TrackingEvent.delivered(Delivered(at: Timestamp(sample: "2026-05-02T09:00:00Z"), signedBy: "I. Duarte"))
        for parcel in [marks, .lanterns] {
            #expect(try await partner().reportEvent(trackingNumber: parcel.trackingNumber, body: event) == event)
            // A key that this endpoint does not take is not shown to it: the call is anybody's.
            #expect(try await partner().track(trackingNumber: parcel.trackingNumber).events.first == event)
        }
    }

    @Test("has what a wildcard stands for")
    func wildcard() async throws {
        let client = try live("shipments:*")
        #expect(try await client.getShipment(shipmentId: marks.shipment).id == marks.shipment)
        try await client.cancelShipment(shipmentId: marks.shipment)
    }

    @Test("calls the server on which its key is valid, unless it is told otherwise")
    func server() async throws {
        let echo = EchoTransport(to: transport)
        let live = try LiveKey(try #require(SampleKey.text(of: marks.account, kind: "live", scope: "shipments:read")))
        let test = try TestKey(try #require(SampleKey.text(of: marks.account, kind: "test", scope: "shipments:read")))
        _ = try await ParcelsClient(key: live, transport: echo).track(trackingNumber: marks.trackingNumber)
        // This server is the live one, and says so whatever the URL.
        _ = try? await ParcelsClient(key: test, transport: echo).track(trackingNumber: marks.trackingNumber)
        _ = try await ParcelsClient(key: live, baseURL: ParcelsServer.sandbox, transport: echo).track(trackingNumber: marks.trackingNumber)
        #expect(echo.hosts == ["api.parcels.example", "sandbox.parcels.example", "sandbox.parcels.example"])
        #expect(ParcelsServer.url(for: PartnerKey.self) == ParcelsServer.live)
    }
}
