import CharterRuntime
import CharterServer
import ParcelsModels
import ParcelsRoutes
import SampleServers

extension InMemoryParcels {
    func listShipments(_ input: ListShipments.Input, caller: Caller) throws -> Page<Shipment> {
        let shipments = try account(of: caller).shipments.filter { shipment in
            let day = shipment.createdAt.description.prefix(10)
            return input.status?.contains(shipment.status) ?? true
                && (input.reference == nil || shipment.reference == input.reference)
                && (input.addressId == nil || shipment.to == input.addressId)
                && input.createdFrom.map { $0.description <= day } ?? true
                && input.createdTo.map { day <= $0.description } ?? true
        }
        return try Page(of: shipments, by: \.id, input.page)
    }

    func createShipment(_ input: CreateShipment.Input, caller: Caller, in transaction: InMemoryTransaction) throws -> Shipment {
        let new = input.body
        let shipment = Shipment(
            id: newID("shp_"),
            status: .draft,
            to: new.to,
            package: new.package,
            contents: new.contents,
            reference: new.reference,
            metadata: new.metadata,
            createdAt: Self.now
        )
        return try change(caller) { account in
            _ = try account.addressIndex(new.to, orRefuse: CreateShipment.Failure.addressUnknown)
            account.shipments.insert(shipment, at: 0)
            return shipment
        }
    }

    func getShipment(_ input: GetShipment.Input, caller: Caller) throws -> Shipment {
        let account = try account(of: caller)
        return account.shipments[try account.shipmentIndex(input.shipmentId)]
    }

    func cancelShipment(_ input: CancelShipment.Input, caller: Caller) throws {
        try change(caller) { account in
            let index = try account.shipmentIndex(input.shipmentId)
            switch account.shipments[index].status {
            case .draft, .ready: account.shipments.remove(at: index)
            default: throw CancelShipment.Failure.shipmentUnderWay
            }
        }
    }
}
