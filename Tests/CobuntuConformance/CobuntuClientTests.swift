import CharterClient
import CharterRuntime
import CobuntuAPIClient
import CobuntuModels
import SampleServers
import Testing

/// The generated client against the generated routes.
///
/// `CobuntuClient<PublishableKey>` has no `sendBroadcast`, nor any other call that takes a secret key: such a line does not compile.
@Suite("Generated client")
struct CobuntuClientTests {
    private let marks = Landmarks.myCommunity
    private let transport: any HTTPTransport

    init() throws {
        transport = try InMemoryCobuntu.transport()
    }

    private func publishable() throws -> CobuntuClient<PublishableKey> {
        let text = try #require(SampleKey.text(of: marks.tag, kind: "publishable", scope: "READ_PUBLIC"))
        return CobuntuClient(key: try PublishableKey(text), transport: transport)
    }

    private func secret(_ scope: String) throws -> CobuntuClient<SecretKey> {
        let text = try #require(SampleKey.text(of: marks.tag, kind: "secret", scope: scope))
        return CobuntuClient(key: try SecretKey(text), transport: transport)
    }

    @Test("reads a list over several pages")
    func list() async throws {
        var slugs: [String] = []
        for try await event in try publishable().listEvents(tag: marks.tag, limit: 2) { slugs.append(event.slug) }
        #expect(slugs == ["spring-fair", marks.event, "river-walk", "book-evening", "open-studio", "winter-supper"])
    }

    @Test("reads one page")
    func page() async throws {
        let page = try await publishable().listProducts(tag: marks.tag, limit: 2, offset: 1).first()
        #expect(page.items.map(\.sku) == ["BAG-COTTON", marks.product])
        #expect(page.total == 5)
    }

    @Test("reads a list by a filter")
    func filter() async throws {
        let page = try await publishable().listHotspots(tag: marks.tag, category: marks.category).first()
        #expect(page.items.map(\.category) == Array(repeating: marks.category, count: 5))
    }

    @Test("reads one thing")
    func get() async throws {
        let event = try await publishable().getEvent(tag: marks.tag, slug: marks.event)
        #expect(event.startsAt == Timestamp(sample: "2026-10-03T18:00:00Z"))
        #expect(event.venue?.address.country == "PT")
    }

    @Test("creates an RSVP that takes places for member and guest")
    func create() async throws {
        let wish = RSVPCreate(
            tierId: marks.tier,
            userId: marks.member,
            guest: Guest(name: "Tomás Vale"),
            answers: [Answer(key: "diet", values: ["gluten"])]
        )
        let rsvp = try await secret("WRITE_SALES").rsvpToEvent(tag: marks.tag, slug: marks.event, body: wish)
        #expect(rsvp.status == .confirmed)
        #expect(rsvp.guest?.name == "Tomás Vale")
        let tiers = try await publishable().listEventTiers(tag: marks.tag, slug: marks.event).first()
        #expect(tiers.items.first { $0.id == marks.tier }?.remaining == 35)
    }

    @Test("changes only what is given")
    func patch() async throws {
        let client = try secret("ADMIN")
        let before = try await client.listPublicSegments(tag: marks.tag).first().items.first { $0.id == marks.segment }
        let after = try await client.updateSegment(tag: marks.tag, id: marks.segment, body: SegmentChange(name: "Sponsors"))
        var expected = try #require(before)
        expected.name = "Sponsors"
        expected.updatedAt = InMemoryCobuntu.now
        #expect(after == expected)
    }
}
