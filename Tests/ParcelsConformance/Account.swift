import CharterRuntime
import CharterServer
import ParcelsModels
import SampleServers

/// All that one account has, the newest first.
struct Account: Sendable {
    var addresses: [Address]
    var shipments: [Shipment]
    /// The rates that were quoted, also those whose time is over.
    var rates: [Rate]
    var webhooks: [Webhook]
}

extension Account {
    /// The place of a saved address in the list.
    ///
    /// - Throws: `refusal` if there is none.
    func addressIndex(_ id: String, orRefuse refusal: Refusal = .notFound) throws -> Int {
        try addresses.firstIndex { $0.id == id }.orRefuse(refusal)
    }

    /// The place of a shipment in the list.
    ///
    /// - Throws: `refusal` if there is none.
    func shipmentIndex(_ id: String, orRefuse refusal: Refusal = .notFound) throws -> Int {
        try shipments.firstIndex { $0.id == id }.orRefuse(refusal)
    }
}
