import CharterRuntime
import CobuntuModels
import SampleServers

extension Community {
    static func sampleEvents(_ marks: Landmarks) -> [Entry<Event>] {
        let events = [
            ("winter-supper", "Winter supper", Event.Status.scheduled, Admission.paid, "2026-12-12T19:00:00Z", true),
            (marks.event, "Autumn meetup", .scheduled, .paid, "2026-10-03T18:00:00Z", true),
            ("river-walk", "River walk", .scheduled, .free, "2026-10-18T08:30:00Z", true),
            ("spring-fair", "Spring fair", .over, .free, "2026-04-11T09:00:00Z", true),
            ("open-studio", "Open studio", .cancelled, .free, "2026-11-07T14:00:00Z", true),
            ("book-evening", "Book evening", .scheduled, .free, "2026-10-22T18:30:00Z", true),
            ("secret-concert", "Secret concert", .scheduled, .free, "2026-11-28T20:00:00Z", false),
        ]
        return events.map { slug, title, status, admission, startsAt, isPublic in
            let event = Event(
                slug: slug,
                title: "\(title) (\(marks.tag))",
                format: .inPerson,
                status: status,
                admission: admission,
                startsAt: Timestamp(sample: startsAt),
                timeZone: "Europe/Lisbon",
                venue: Venue(
                    name: "Casa do Rio",
                    address: Address(street: "Rua da Prata 12", city: "Lisboa", country: "PT"),
                    location: Location(latitude: 38.7139, longitude: -9.1394)
                )
            )
            return Entry(item: event, isPublic: isPublic)
        }
    }

    static func sampleTiers(_ marks: Landmarks, _ ids: inout SerialIDs) -> [TierRecord] {
        let diet = FormField(
            key: "diet",
            label: "What do you not eat?",
            kind: .choices,
            required: true,
            options: [FormOption(value: "gluten", label: "Anything with gluten"), FormOption(value: "nothing", label: "I eat all")]
        )
        let asking = Form(title: "Before you come", introduction: "It takes a minute.", fields: [diet])
        let silent = Form(title: "Nothing to ask", fields: [])
        let note = FormField(key: "note", label: "Anything else?", kind: .paragraph, required: false, maxLength: 500)
        let inviting = Form(title: "If you like", fields: [note])
        let tiers = [
            (Tier(id: marks.tier, eventSlug: marks.event, name: "Friends", admission: .free, capacity: 120, remaining: 37), asking),
            (Tier(id: ids.next(), eventSlug: marks.event, name: "Standing", admission: .free), inviting),
            (Tier(id: ids.next(), eventSlug: marks.event, name: "Last seat", admission: .free, capacity: 40, remaining: 1), silent),
            (Tier(id: ids.next(), eventSlug: marks.event, name: "Helpers", admission: .free, capacity: 8, remaining: 0), silent),
            (paidTier(ids.next(), of: marks.event, named: "Dinner", cents: 1500), asking),
            (paidTier(ids.next(), of: marks.event, named: "Dinner and concert", cents: 3500), asking),
            (Tier(id: ids.next(), eventSlug: "open-studio", name: "Visitors", admission: .free), silent),
        ]
        return tiers.map { TierRecord(tier: $0, form: $1) }
    }

    private static func paidTier(_ id: UniqueID, of event: String, named name: String, cents: Int) -> Tier {
        let price = Money(amount: cents, currency: "EUR")
        return Tier(id: id, eventSlug: event, name: name, admission: .paid, price: price, capacity: 60, remaining: 21)
    }
}
