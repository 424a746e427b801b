import CharterRuntime
import CharterService
import CobuntuModels

extension CommunitySeed {
    /// A year of events: past ones, one that was called off, drafts, and those to come.
    mutating func addEvents() {
        addMeetup()
        for (index, title) in Self.titles.enumerated() {
            let slug = title.lowercased().replacing(" ", with: "-")
            let days = index * 26 - 180
            let isOnline = index % 5 == 3
            let event = makeEvent(
                slug,
                title,
                format: isOnline ? .online : .inPerson,
                days: days == 0 ? 4 : days,
                hour: random.pick([10, 14, 18, 19])
            )
            var tiers = [tier("Everybody", slug, capacity: index % 3 == 0 ? nil : random.number(3...8) * 10)]
            if index % 4 == 1 { tiers.append(tier("Supporters", slug, price: random.number(5...40) * 100, capacity: 40)) }
            let isCancelled = index % 7 == 6
            community.events.append(
                .init(
                    event,
                    tiers: tiers,
                    isPublished: index % 6 != 5,
                    cancelledAt: isCancelled ? instant(inDays: min(days, 0) - 9) : nil
                )
            )
            guard !isCancelled else { continue }
            addRSVPs(of: someMembers(random.number(4...22))[...], to: slug, tiers[0].tier.id, before: min(days, 0))
        }
    }

    private mutating func addMeetup() {
        let event = makeEvent(marks.event, marks.eventTitle, format: .hybrid, days: 21, hour: 18)
        let friends = FormedTier(
            Tier(id: marks.tier, eventSlug: marks.event, name: "Friends", admission: .free, capacity: 120, closesAt: instant(inDays: 21)),
            form: Self.dietForm
        )
        let balcony = tier("Balcony", marks.event, capacity: 2)
        let tiers = [
            friends, tier("Standing", marks.event, capacity: nil, form: Self.noteForm), tier("Last seats", marks.event, capacity: 3),
            balcony,
            tier("Dinner", marks.event, price: 1_500, capacity: 60), tier("Dinner and concert", marks.event, price: 3_500, capacity: 40),
        ]
        community.events.append(.init(event, tiers: tiers, isPublished: true, cancelledAt: nil))
        // Nobody has two places at one event.
        let guests = someMembers(33)
        addRSVPs(of: guests.dropLast(2), to: marks.event, marks.tier, before: 0, answers: [Answer(key: "diet", values: ["nothing"])])
        addRSVPs(of: guests.suffix(2), to: marks.event, balcony.tier.id, before: 0)
    }

    private mutating func addRSVPs(
        of members: ArraySlice<UniqueID>,
        to slug: String,
        _ tier: UniqueID,
        before days: Int,
        answers: [Answer] = []
    ) {
        for member in members {
            community.rsvps.append(
                RSVP(
                    id: newID(),
                    eventSlug: slug,
                    tierId: tier,
                    userId: member,
                    status: .confirmed,
                    answers: answers,
                    createdAt: instant(inDays: days - random.number(1...30), at: random.number(7...22))
                )
            )
        }
    }

    private mutating func tier(
        _ name: String,
        _ event: String,
        price: Int? = nil,
        capacity: Int?,
        form: Form = Form(title: "Nothing to ask", fields: [])
    ) -> FormedTier {
        FormedTier(
            Tier(
                id: newID(),
                eventSlug: event,
                name: name,
                admission: price == nil ? .free : .paid,
                price: price.map { Money(amount: $0, currency: "EUR") },
                capacity: capacity
            ),
            form: form
        )
    }

    private func makeEvent(_ slug: String, _ title: String, format: Event.Format, days: Int, hour: Int) -> Event {
        let venue = Venue(
            name: "Casa do Rio",
            address: Address(street: "Rua da Prata 12", postalCode: "1100-420", city: "Lisboa", country: "PT"),
            location: Location(latitude: 38.7139, longitude: -9.1394)
        )
        return Event(
            slug: slug,
            title: title,
            summary: "\(title) of \(marks.name).",
            description: "Come as you are, and **bring somebody**.",
            format: format,
            status: .scheduled,
            admission: .free,
            startsAt: instant(inDays: days, at: hour),
            endsAt: instant(inDays: days, at: hour + 3),
            timeZone: "Europe/Lisbon",
            venue: format == .online ? nil : venue,
            coverUrl: picture("events/\(slug)")
        )
    }

    private static let titles = [
        "Spring fair", "Repair evening", "Seed swap", "Choir online", "Harbour walk", "Board night", "Long table", "Open studio",
        "Book evening",
        "River walk", "Winter supper", "Print workshop", "Night market", "Mending circle", "New year lunch",
    ]

    private static let dietForm = Form(
        title: "Before you come",
        introduction: "It takes a minute.",
        fields: [
            FormField(
                key: "diet",
                label: "What do you not eat?",
                kind: .choices,
                required: true,
                help: "Choose all that apply.",
                options: [
                    FormOption(value: "gluten", label: "Anything with gluten"), FormOption(value: "dairy", label: "Anything with milk"),
                    FormOption(value: "nothing", label: "I eat everything"),
                ]
            ),
            noteField,
        ]
    )

    /// Whoever has nothing to say answers nothing.
    private static let noteForm = Form(title: "If you like", fields: [noteField])
    private static let noteField = FormField(key: "note", label: "Anything else?", kind: .paragraph, required: false, maxLength: 500)
}
