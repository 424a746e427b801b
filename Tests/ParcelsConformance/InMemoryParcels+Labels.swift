import CharterRuntime
import CharterServer
import ParcelsModels
import ParcelsRoutes
import SampleServers

extension InMemoryParcels {
    func buyLabel(_ input: BuyLabel.Input, caller: Caller, in transaction: InMemoryTransaction) throws -> Label {
        let id = newID("lbl_")
        return try change(caller) { account in
            let index = try account.shipmentIndex(input.shipmentId)
            let rate = try account.openRate(input.body.rate, orRefuse: BuyLabel.Failure.rateExpired)
            return try account.buyLabel(id, for: index, rate, input.body.format ?? .pdf, orRefuse: BuyLabel.Failure.labelBought)
        }
    }

    func orderLabel(_ input: OrderLabel.Input, caller: Caller, in transaction: InMemoryTransaction) throws -> Label {
        let id = newID("lbl_")
        return try change(caller) { account in
            let index = try account.shipmentIndex(input.body.shipment, orRefuse: OrderLabel.Failure.shipmentUnknown)
            let rate = try account.openRate(input.body.rate, orRefuse: OrderLabel.Failure.rateExpired)
            return try account.buyLabel(id, for: index, rate, input.body.format ?? .pdf, orRefuse: OrderLabel.Failure.labelBought)
        }
    }
}

extension Account {
    /// A rate that can be bought.
    ///
    /// - Throws: `refusal` if there is none, or its time is over.
    fileprivate func openRate(_ id: String, orRefuse refusal: Refusal) throws -> Rate {
        try rates.first { $0.id == id && $0.expiresAt > InMemoryParcels.now }.orRefuse(refusal)
    }

    /// Gives a shipment its label.
    ///
    /// - Throws: `refusal` if it has one.
    fileprivate mutating func buyLabel(
        _ id: String,
        for index: Int,
        _ rate: Rate,
        _ format: LabelFormat,
        orRefuse refusal: Refusal
    ) throws -> Label {
        guard shipments[index].label == nil else { throw refusal }
        let label = Label(
            id: id,
            trackingNumber: "PX\(id.uppercased().filter { $0.isLetter || $0.isNumber })000",
            format: format,
            url: "https://files.parcels.example/\(id).\(format)",
            price: rate.price
        )
        shipments[index].label = label
        shipments[index].status = .ready
        return label
    }
}
