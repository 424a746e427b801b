import CharterRuntime
import CharterService
import CharterSQLite
import CobuntuModels
import GRDB

extension SQLiteCommunity: CommunityKeeping where Access == SQLiteTransaction {
    package func facts() async throws -> CommunityFacts? {
        try await first("communities", "SELECT name, email, rules_version FROM communities WHERE tag = ?", [tag]) { [tag] row in
            CommunityFacts(tag: tag, name: try row.text(), email: try row.text(), rulesVersion: try row.integer())
        }
    }

    package func put(_ facts: CommunityFacts) async throws -> Bool {
        try await write { try $0.put(name: facts.name, email: facts.email, rulesVersion: facts.rulesVersion) }
    }

    package func put(_ known: SeededCommunity.KnownPerson) async throws -> Bool { try await write { try $0.put(known) } }

    package func put(_ held: SeededCommunity.HeldEvent) async throws -> Bool { try await write { try $0.put(held) } }

    package func put(_ draft: SeededCommunity.Draftable<Article>) async throws -> Bool { try await write { try $0.put(draft) } }

    package func put(_ draft: SeededCommunity.Draftable<Product>) async throws -> Bool { try await write { try $0.put(draft) } }

    package func put(_ category: HotspotCategory) async throws -> Bool { try await write { try $0.put(category) } }

    package func put(_ hotspot: Hotspot) async throws -> Bool { try await write { try $0.put(hotspot) } }

    package func put(_ joined: SeededCommunity.JoinedSegment) async throws -> Bool { try await write { try $0.put(joined) } }

    private func write(_ body: @Sendable (CommunityRows) throws -> Bool) async throws -> Bool {
        try await access.write { [tag] in try body(CommunityRows(database: $0, tag: tag)) }
    }
}

// MARK: - What is there
extension SQLiteCommunity where Access == SQLiteTransaction {
    package func owner(of id: UniqueID, among things: IdentifiedThings) async throws -> String? {
        try await first(things.table, "SELECT community FROM \(things.table) WHERE id = ?", [id.description]) { try $0.text() }
    }

    package func identifiers(of things: IdentifiedThings, named name: String) async throws -> [UniqueID] {
        try await all(
            things.table,
            "SELECT id FROM \(things.table) WHERE community = ? AND name = CAST(? AS TEXT) ORDER BY id",
            [tag, name.whole]
        ) { try $0.id() }
    }

    package func keptTiers(ofEvent slug: String) async throws -> [KeptTier] {
        try await all(
            "tiers",
            """
            SELECT id, name, taken, EXISTS (SELECT 1 FROM rsvps WHERE community = ?1 AND event_slug = ?2 AND tier_id = tiers.id) FROM tiers
            WHERE community = ?1 AND event_slug = ?2 ORDER BY position
            """,
            [tag, slug]
        ) { KeptTier(id: try $0.id(), name: try $0.text(), taken: try $0.integer(), hasRSVPs: try $0.flag()) }
    }

    package func product(ofVariant sku: String) async throws -> String? {
        try await first(
            "product_variants",
            "SELECT product_sku FROM product_variants WHERE community = ? AND sku = ?",
            [tag, sku]
        ) { try $0.text() }
    }

    package func hasCategory(_ slug: String) async throws -> Bool {
        try await exists("SELECT 1 FROM hotspot_categories WHERE community = ? AND slug = ?", [tag, slug])
    }

    package func joinedAt(of user: UniqueID) async throws -> Timestamp? {
        try await first(
            "memberships",
            "SELECT joined_at FROM memberships WHERE community = ? AND user_id = ?",
            [tag, user.description]
        ) { try $0.instant() }
    }

    package func createdAt(ofHotspot id: UniqueID) async throws -> Timestamp? {
        try await first("hotspots", "SELECT created_at FROM hotspots WHERE id = ? AND community = ?", [id.description, tag]) {
            try $0.instant()
        }
    }
}

extension IdentifiedThings {
    fileprivate var table: String {
        switch self {
        case .tiers: "tiers"
        case .hotspots: "hotspots"
        case .segments: "segments"
        }
    }
}
