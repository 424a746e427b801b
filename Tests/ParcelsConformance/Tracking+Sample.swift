import CharterRuntime
import ParcelsModels
import SampleServers

extension Tracking {
    /// A parcel that the driver could not hand over, and of which a later version of the API has something more to say.
    static func sample(_ marks: Landmarks) -> Tracking {
        let events: [TrackingEvent] = [
            .unknown(tag: "customs", value: .object(["type": .string("customs"), "held_by": .string("AT-Wien"), "days": .integer(2)])),
            .failed(
                Failed(
                    at: Timestamp(sample: "2026-04-05T11:20:00Z"),
                    reason: .nobodyHome,
                    nextAttemptOn: CalendarDate(sample: "2026-04-06")
                )
            ),
            .moved(Moved(at: Timestamp(sample: "2026-04-04T22:40:00Z"), depot: "Lisboa Oriente")),
            .accepted(Accepted(at: Timestamp(sample: "2026-04-04T07:15:00Z"), depot: "Porto Norte")),
        ]
        return Tracking(
            trackingNumber: marks.trackingNumber,
            carrier: "Correio Azul",
            expectedOn: CalendarDate(sample: "2026-04-06"),
            events: events
        )
    }
}
