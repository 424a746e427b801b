import CharterRuntime
import CharterServer
import ParcelsModels
import ParcelsRoutes
import SampleServers

extension InMemoryParcels {
    func track(_ input: Track.Input, caller: Caller) throws -> Tracking {
        var tracking = try parcels[input.trackingNumber].orRefuse(.notFound)
        if input.apiVersion < "2025-11-01" { tracking.events.reverse() }
        return tracking
    }

    func reportEvent(_ input: ReportEvent.Input, caller: Caller, in transaction: InMemoryTransaction) throws -> TrackingEvent {
        var tracking = try parcels[input.trackingNumber].orRefuse(.notFound)
        tracking.events.insert(input.body, at: 0)
        parcels[input.trackingNumber] = tracking
        return input.body
    }
}
