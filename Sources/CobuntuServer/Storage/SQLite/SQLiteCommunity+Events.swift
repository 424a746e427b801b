import CharterRuntime
import CharterServer
import CharterService
import CobuntuModels
import GRDB

extension SQLiteCommunity {
    package func events(_ page: OffsetPage, at now: Timestamp) async throws -> Page<Event> {
        try await self.page(
            "events",
            select: Event.columns,
            from: "events WHERE community = ? AND is_published = 1",
            order: "starts_at, slug",
            [tag],
            page
        ) { try Event(&$0, at: now) }
    }

    package func event(_ slug: String, at now: Timestamp) async throws -> Event? {
        try await first(
            "events",
            "SELECT \(Event.columns) FROM events WHERE community = ? AND slug = ? AND is_published = 1",
            [tag, slug]
        ) { try Event(&$0, at: now) }
    }

    package func tiers(ofEvent slug: String, _ page: OffsetPage) async throws -> Page<Tier> {
        try await self.page(
            "tiers",
            select: Tier.columns,
            from: "tiers WHERE community = ? AND event_slug = ?",
            order: "position",
            [tag, slug],
            page
        ) { try Tier(&$0) }
    }

    package func form(ofTier id: UniqueID) async throws -> Form? {
        try await first(
            "tiers",
            """
            SELECT form FROM tiers JOIN events ON events.community = tiers.community AND events.slug = tiers.event_slug
            WHERE tiers.id = ? AND tiers.community = ? AND is_published = 1
            """,
            [id.description, tag]
        ) { try $0.json(Form.self) }
    }
}

extension Event {
    /// Whether an event costs money is what its tiers say, and whether it is over, the clock.
    static let columns = """
        slug, title, summary, description, format, cancelled_at,
        EXISTS (SELECT 1 FROM tiers WHERE tiers.community = events.community AND event_slug = slug AND price_amount IS NOT NULL),
        starts_at, ends_at, time_zone, venue, cover_url
        """

    init(_ row: inout RowReader, at now: Timestamp) throws {
        let (slug, title, summary, description) = (try row.text(), try row.text(), try row.optionalText(), try row.optionalText())
        let format = Format(rawValue: try row.text())
        let isCancelled = try row.optionalText() != nil
        let admission: Admission = try row.flag() ? .paid : .free
        let (startsAt, endsAt) = (try row.instant(), try row.optionalInstant())
        self.init(
            slug: slug,
            title: title,
            summary: summary,
            description: description,
            format: format,
            status: isCancelled ? .cancelled : (endsAt ?? startsAt) <= now ? .over : .scheduled,
            admission: admission,
            startsAt: startsAt,
            endsAt: endsAt,
            timeZone: try row.text(),
            venue: try row.optionalJSON(Venue.self),
            coverUrl: try row.optionalText()
        )
    }
}

extension Tier {
    static let columns = "id, event_slug, name, description, price_amount, price_currency, capacity, taken, closes_at"

    init(_ row: inout RowReader) throws {
        let (id, eventSlug, name, description) = (try row.id(), try row.text(), try row.text(), try row.optionalText())
        let (amount, currency) = (try row.optionalInteger(), try row.optionalText())
        let price = amount.flatMap { amount in currency.map { Money(amount: amount, currency: $0) } }
        let (capacity, taken) = (try row.optionalInteger(), try row.integer())
        self.init(
            id: id,
            eventSlug: eventSlug,
            name: name,
            description: description,
            admission: price == nil ? .free : .paid,
            price: price,
            capacity: capacity,
            remaining: capacity.map { $0 - taken },
            closesAt: try row.optionalInstant()
        )
    }
}
