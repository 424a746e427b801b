import CharterClient
import CharterRuntime
import CobuntuAPIClient
import CobuntuModels
import GRDB
import Testing

@Suite("Events over a socket")
struct EventTests {
    @Test("lists what is published, the earliest first, and says what is over or called off")
    func list() async throws {
        try await RunningCobuntu.run { cobuntu in
            var events: [Event] = []
            for try await event in try cobuntu.publishable().listEvents(tag: cobuntu.tag, limit: 5) { events.append(event) }
            let all = try cobuntu.count("SELECT count(*) FROM events WHERE community = ?", [cobuntu.tag])
            #expect(events.count == 14)
            #expect(all == 16)
            #expect(events.map(\.startsAt) == events.map(\.startsAt).sorted())
            #expect(Set(events.map(\.status)) == [.scheduled, .over, .cancelled])
            #expect(Set(events.map(\.admission)) == [.free, .paid])
            #expect(events.allSatisfy { ($0.venue == nil) == ($0.format == .online) })
        }
    }

    @Test("what is not published is not there, its tiers and forms neither")
    func unpublished() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (slug, tier) = try await cobuntu.database.read { database in
                let row = try #require(
                    try Row.fetchOne(
                        database,
                        sql:
                            "SELECT slug, id FROM events JOIN tiers ON event_slug = slug AND tiers.community = events.community WHERE is_published = 0"
                    )
                )
                return (row["slug"] as String, try #require(UniqueID(row["id"] as String)))
            }
            let client = try cobuntu.secret("ADMIN")
            let tag = cobuntu.tag
            #expect(await refusal { () throws(ClientError) in try await client.getEvent(tag: tag, slug: slug) } == "404 not-found")
            #expect(
                await refusal { () throws(ClientError) in try await client.listEventTiers(tag: tag, slug: slug).first() } == "404 not-found"
            )
            #expect(await refusal { () throws(ClientError) in try await client.getTierForm(tag: tag, tierId: tier) } == "404 not-found")
            let wish = RSVPCreate(tierId: tier, userId: try cobuntu.member)
            #expect(
                await refusal { () throws(ClientError) in try await client.rsvpToEvent(tag: tag, slug: slug, body: wish) }
                    == "404 not-found"
            )
        }
    }

    @Test("an RSVP takes places for a member and a guest, once, and answers the tier's form")
    func rsvp() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, slug, tier, client) = (cobuntu.tag, try cobuntu.event, try cobuntu.tier, try cobuntu.secret("ADMIN"))
            func remaining() async throws -> Int? {
                let tiers = try await client.listEventTiers(tag: tag, slug: slug).first()
                return tiers.items.first { $0.id == tier }?.remaining
            }
            let form = try await client.getTierForm(tag: tag, tierId: tier)
            #expect(form.fields.map(\.key) == ["diet", "note"])
            let before = try #require(await remaining())
            var wish = RSVPCreate(tierId: tier, userId: try cobuntu.member, guest: Guest(name: "Tom\u{0}ás Vale"))

            #expect(
                await refusal { () throws(ClientError) in try await client.rsvpToEvent(tag: tag, slug: slug, body: wish) }
                    == "422 answers-invalid"
            )
            #expect(try await remaining() == before)
            wish.answers = [Answer(key: "diet", values: ["gluten", "dairy"]), Answer(key: "note", values: ["a\u{0}b"])]
            let rsvp = try await client.rsvpToEvent(tag: tag, slug: slug, body: wish)
            #expect(rsvp.status == .confirmed)
            #expect(rsvp.answers == wish.answers)
            #expect(rsvp.guest?.name == "Tom\u{0}ás Vale")
            #expect(try await remaining() == before - 2)
            #expect(
                await refusal { () throws(ClientError) in try await client.rsvpToEvent(tag: tag, slug: slug, body: wish) }
                    == "409 already-rsvped"
            )
            #expect(try await remaining() == before - 2)
        }
    }

    @Test("an RSVP is refused for what its failures say")
    func refusals() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, slug, client) = (cobuntu.tag, try cobuntu.event, try cobuntu.secret("ADMIN"))
            let member = try cobuntu.member
            let tiers = try await client.listEventTiers(tag: tag, slug: slug).first().items
            let paid = try #require(tiers.first { $0.admission == .paid })
            let last = try #require(tiers.first { $0.name == "Last seats" })
            func refused(_ tier: UniqueID, _ user: UniqueID, guest: Guest? = nil, at event: String? = nil) async -> String? {
                let wish = RSVPCreate(tierId: tier, userId: user, guest: guest)
                return await refusal { () throws(ClientError) in try await client.rsvpToEvent(tag: tag, slug: event ?? slug, body: wish) }
            }
            #expect(await refused(paid.id, member) == "422 tier-not-free")
            #expect(await refused(UniqueID(), member) == "422 tier-unknown")
            #expect(await refused(last.id, UniqueID()) == "422 member-unknown")
            #expect(await refused(last.id, member, at: "no-such-event") == "404 not-found")

            let others = try await cobuntu.database.read { database in
                try String.fetchAll(
                    database,
                    sql: """
                        SELECT user_id FROM memberships WHERE community = ?1
                        AND user_id NOT IN (SELECT user_id FROM rsvps WHERE community = ?1 AND event_slug = ?2) LIMIT 2
                        """,
                    arguments: [tag, slug]
                )
            }.compactMap { UniqueID($0) }
            #expect(last.remaining == 3)
            #expect(await refused(last.id, others[0], guest: Guest(name: "Ana")) == nil)
            #expect(await refused(last.id, others[1], guest: Guest(name: "Rui")) == "409 tier-full")
            #expect(await refused(last.id, others[1]) == nil)

            let events = try await client.listEvents(tag: tag, limit: 100).first().items
            for event in [events.first { $0.status == .over }, events.first { $0.status == .cancelled }] {
                let event = try #require(event)
                let tier = try #require(try await client.listEventTiers(tag: tag, slug: event.slug).first().items.first)
                #expect(await refused(tier.id, member, at: event.slug) == "409 event-closed")
            }
        }
    }

    @Test("what comes is over once its time has passed")
    func timePasses() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, slug, client) = (cobuntu.tag, try cobuntu.event, try cobuntu.secret("ADMIN"))
            #expect(try await client.getEvent(tag: tag, slug: slug).status == .scheduled)
            // The tier gives places away until the day of the meetup, which ends in the evening.
            try await cobuntu.advance(bySeconds: 21 * 86_400 + 12 * 3_600)
            let wish = RSVPCreate(tierId: try cobuntu.tier, userId: try cobuntu.member)
            #expect(
                await refusal { () throws(ClientError) in try await client.rsvpToEvent(tag: tag, slug: slug, body: wish) }
                    == "409 event-closed"
            )
            try await cobuntu.advance(bySeconds: 2 * 86_400)
            #expect(try await client.getEvent(tag: tag, slug: slug).status == .over)
            try await cobuntu.reset()
            #expect(try await client.getEvent(tag: tag, slug: slug).status == .scheduled)
        }
    }
}
