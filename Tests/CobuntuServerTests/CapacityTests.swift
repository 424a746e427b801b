import AsyncHTTPClient
import CharterClient
import CharterRuntime
import CharterServer
import CharterSQLite
import CobuntuAPIClient
import CobuntuModels
import GRDB
import Testing

@Suite("Capacity over a socket")
struct CapacityTests {
    /// How many want a place at once.
    private static let crowd = 200
    private static let capacity = 75
    /// A machine that does much else takes its time for a crowd.
    private static let transport = HTTPClientTransport(client: .shared, timeout: .seconds(600))

    @Test("of 200 parallel RSVPs, no more pass than there are places")
    func neverOversold() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, slug) = (cobuntu.tag, try cobuntu.event)
            let users = try addCrowd(to: cobuntu)
            let tier = UniqueID()
            try await cobuntu.database.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO tiers (id, community, event_slug, position, name, capacity, form) VALUES (?, ?, ?, 99, 'Crowd', ?, ?)
                        """,
                    arguments: [tier.description, tag, slug, Self.capacity, #"{"title": "Nothing to ask", "fields": []}"#]
                )
            }
            let clients = try await keys(of: cobuntu).map { key in
                CobuntuClient(key: try SecretKey(key), baseURL: cobuntu.fixtures.baseURL, transport: Self.transport)
            }
            let outcomes = await withTaskGroup(of: (places: Int, refusal: String?).self) { group in
                for (index, user) in users.enumerated() {
                    let client = clients[index % clients.count]
                    // Every fourth brings somebody along.
                    let guest = index % 4 == 0 ? Guest(name: "Guest \(index)") : nil
                    group.addTask {
                        let wish = RSVPCreate(tierId: tier, userId: user, guest: guest)
                        let refusal = await refusal { () throws(ClientError) in
                            try await client.rsvpToEvent(tag: tag, slug: slug, body: wish)
                        }
                        return (guest == nil ? 1 : 2, refusal)
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(outcomes.compactMap(\.refusal)) == ["409 tier-full"])
            let given = outcomes.filter { $0.refusal == nil }.map(\.places).reduce(0, +)
            // A last place may be left that nobody wanted who came alone.
            #expect((Self.capacity - 1...Self.capacity).contains(given))
            #expect(try cobuntu.count("SELECT taken FROM tiers WHERE id = ?", [tier.description]) == given)
            #expect(try cobuntu.count("SELECT sum(places) FROM rsvps WHERE tier_id = ?", [tier.description]) == given)
            let shown = try await cobuntu.publishable().listEventTiers(tag: tag, slug: slug).first().items.first { $0.id == tier }
            #expect(shown?.remaining == Self.capacity - given)
        }
    }

    @Test("of 50 parallel RSVPs of one member, one passes")
    func neverTwice() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, slug, client) = (cobuntu.tag, try cobuntu.event, try cobuntu.secret("WRITE_SALES"))
            let wish = RSVPCreate(
                tierId: try cobuntu.tier,
                userId: try cobuntu.member,
                answers: [Answer(key: "diet", values: ["nothing"])]
            )
            let refusals = await withTaskGroup(of: String?.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        await refusal { () throws(ClientError) in try await client.rsvpToEvent(tag: tag, slug: slug, body: wish) }
                    }
                }
                return await group.reduce(into: [String?]()) { $0.append($1) }
            }
            #expect(refusals.count { $0 == nil } == 1)
            #expect(refusals.count { $0 == "409 already-rsvped" } == 49)
        }
    }

    /// Makes as many members as want a place.
    private func addCrowd(to cobuntu: RunningCobuntu) throws -> [UniqueID] {
        let users = (0..<Self.crowd).map { _ in UniqueID() }
        let tag = cobuntu.tag
        try cobuntu.database.write { database in
            for user in users {
                let id = user.description
                try database.execute(
                    sql: "INSERT INTO people (community, user_id, name, email) VALUES (?, ?, 'Somebody', ?)",
                    arguments: [tag, id, "\(id)@example.com"]
                )
                try database.execute(
                    sql: """
                        INSERT INTO memberships (community, user_id, role, is_public, joined_at)
                        VALUES (?, ?, 'member', 0, '2026-01-01T00:00:00.000000000Z')
                        """,
                    arguments: [tag, id]
                )
            }
        }
        return users
    }

    /// Keys enough that none is refused for its rate.
    private func keys(of cobuntu: RunningCobuntu) async throws -> [String] {
        let store = try SQLiteStore(path: cobuntu.databasePath)
        var keys: [String] = []
        for _ in 0..<8 {
            let draft = KeyDraft(kind: "secret", scopes: ["WRITE_SALES"], tenant: cobuntu.tag)
            keys.append(try await KeyIssuer(.cobuntu).issue(draft, in: store).text)
        }
        try await store.close()
        return keys
    }
}
