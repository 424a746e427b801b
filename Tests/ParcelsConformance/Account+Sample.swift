import CharterRuntime
import ParcelsModels
import SampleServers

extension Account {
    /// An account with a little of everything.
    static func sample(_ marks: Landmarks) -> Account {
        let price = Money(amount: DecimalNumber(sample: "12.50"), currency: .eur)
        let rates = [(marks.rate, InMemoryParcels.rateEnd), (marks.oldRate, InMemoryParcels.now)].map { id, end in
            Rate(id: id, carrier: "Correio Azul", service: .standard, price: price, days: 2, expiresAt: end)
        }
        let address = Address(
            id: marks.address,
            name: "Ines Duarte",
            lines: ["Rua das Flores 12"],
            city: "Porto",
            postalCode: "4050-262",
            country: "PT",
            phone: "+351912345678",
            metadata: ["customer": "1042", "shop.code": "north"],
            createdAt: Timestamp(sample: "2026-01-15T08:00:00Z")
        )
        let webhooks = (1...3).reversed().map { number in
            Webhook(
                id: "whk_\(marks.account)\(number)",
                url: "https://\(marks.account).example/hooks/\(number)",
                events: [.parcelDelivered],
                enabled: true,
                createdAt: Timestamp(sample: "2026-02-0\(number)T08:00:00Z")
            )
        }
        return Account(addresses: [address], shipments: sampleShipments(marks), rates: rates, webhooks: webhooks)
    }

    /// Seven shipments, the newest first: the fourth is the one without a label.
    private static func sampleShipments(_ marks: Landmarks) -> [Shipment] {
        let money = Money(amount: DecimalNumber(sample: "19.90"), currency: .eur)
        return (1...7).reversed().map { number in
            let id = number == 4 ? marks.shipment : "shp_\(marks.account)\(number)"
            let box = Box(lengthCm: 30, widthCm: 20, heightCm: DecimalNumber(sample: "12.5"), weightKg: DecimalNumber(sample: "1.250"))
            let label = Label(
                id: "lbl_\(marks.account)\(number)",
                trackingNumber: number == 3 ? marks.trackingNumber : "PX99000\(number)\(marks.account.count)",
                format: .pdf,
                url: "https://files.parcels.example/lbl_\(marks.account)\(number).pdf",
                price: money
            )
            return Shipment(
                id: id,
                status: number == 4 ? .draft : number == 3 ? .inTransit : .delivered,
                to: marks.address,
                package: number.isMultiple(of: 2) ? .box(box) : .envelope(Envelope(format: .c4, weightKg: DecimalNumber(sample: "0.080"))),
                contents: [Item(description: "Teapot", quantity: 1, value: money)],
                reference: "order-\(1000 + number)",
                metadata: ["basket": "\(number)"],
                label: number == 4 ? nil : label,
                createdAt: Timestamp(sample: "2026-04-0\(number)T10:00:00Z")
            )
        }
    }
}
