import CharterRuntime
import CharterService
import CharterSQLite
import CobuntuModels
import GRDB

extension SQLiteCommunity: CommunityChanging where Access == SQLiteTransaction {
    /// Carries out a statement.
    ///
    /// - Returns: How many rows it changed.
    @discardableResult
    func execute(_ sql: String, _ arguments: StatementArguments) async throws -> Int {
        try await access.write { database in
            try database.cachedStatement(sql: sql).execute(arguments: arguments)
            return database.changesCount
        }
    }

    package func rulesVersion() async throws -> Int? {
        try await first("communities", "SELECT rules_version FROM communities WHERE tag = ?", [tag]) { try $0.integer() }
    }

    package func acceptance(of version: Int, by user: UniqueID) async throws -> RulesAcceptance? {
        try await first(
            "rules_acceptances",
            "SELECT accepted_at FROM rules_acceptances WHERE community = ? AND user_id = ? AND version = ?",
            [tag, user.description, version]
        ) { RulesAcceptance(userId: user, version: version, acceptedAt: try $0.instant()) }
    }

    package func insert(_ acceptance: RulesAcceptance) async throws {
        try await execute(
            "INSERT INTO rules_acceptances (community, user_id, version, accepted_at) VALUES (?, ?, ?, ?)",
            [tag, acceptance.userId.description, acceptance.version, acceptance.acceptedAt.stored]
        )
    }
}

// MARK: - RSVPs
extension SQLiteCommunity where Access == SQLiteTransaction {
    package func tier(_ id: UniqueID, ofEvent slug: String) async throws -> FormedTier? {
        try await first(
            "tiers",
            "SELECT \(Tier.columns), form FROM tiers WHERE id = ? AND community = ? AND event_slug = ?",
            [id.description, tag, slug]
        ) { FormedTier(try Tier(&$0), form: try $0.json(Form.self)) }
    }

    package func hasRSVP(_ user: UniqueID, toEvent slug: String) async throws -> Bool {
        try await exists(
            "SELECT 1 FROM rsvps WHERE community = ? AND user_id = ? AND event_slug = ? AND status = 'confirmed'",
            [tag, user.description, slug]
        )
    }

    package func take(_ places: Int, inTier id: UniqueID) async throws -> Bool {
        try await execute(
            "UPDATE tiers SET taken = taken + ?1 WHERE id = ?2 AND community = ?3 AND (capacity IS NULL OR taken + ?1 <= capacity)",
            [places, id.description, tag]
        ) == 1
    }

    package func insert(_ rsvp: RSVP, places: Int) async throws {
        try await execute(
            """
            INSERT INTO rsvps (id, community, event_slug, tier_id, user_id, status, places, guest, answers, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                rsvp.id.description, tag, rsvp.eventSlug, rsvp.tierId.description, rsvp.userId.description, rsvp.status.rawValue, places,
                try rsvp.guest?.storedJSON, try rsvp.answers.storedJSON, rsvp.createdAt.stored,
            ]
        )
    }
}

// MARK: - Segments and broadcasts
extension SQLiteCommunity where Access == SQLiteTransaction {
    package func isInSegment(_ segment: UniqueID, _ user: UniqueID) async throws -> Bool {
        try await exists(
            "SELECT 1 FROM segment_members WHERE community = ? AND segment_id = ? AND user_id = ?",
            [tag, segment.description, user.description]
        )
    }

    package func join(_ segment: UniqueID, _ user: UniqueID, at now: Timestamp) async throws {
        try await execute(
            "INSERT INTO segment_members (community, segment_id, user_id, joined_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [tag, segment.description, user.description, now.stored]
        )
    }

    package func update(_ segment: Segment) async throws -> Bool {
        let isTaken = try await exists(
            "SELECT 1 FROM segments WHERE community = ? AND name = CAST(? AS TEXT) AND id <> ?",
            [tag, segment.name.whole, segment.id.description]
        )
        guard !isTaken else { return false }
        let price = segment.pricing.price
        return try await execute(
            """
            UPDATE segments SET name = CAST(? AS TEXT), price_amount = ?, price_currency = ?, interval = ?, trial_days = ?, is_active = ?,
                updated_at = ?
            WHERE id = ? AND community = ?
            """,
            [
                segment.name.whole, price.amount, price.currency, segment.pricing.interval.rawValue, segment.pricing.trialDays,
                segment.active, segment.updatedAt.stored, segment.id.description, tag,
            ]
        ) == 1
    }

    package func memberCount(ofSegment id: UniqueID) async throws -> Int? {
        try await first(
            "segments",
            """
            SELECT (SELECT count(*) FROM segment_members WHERE community = segments.community AND segment_id = segments.id) FROM segments
            WHERE id = ? AND community = ?
            """,
            [id.description, tag]
        ) { try $0.integer() }
    }

    package func insert(_ broadcast: Broadcast, sentBy sender: String) async throws {
        try await execute(
            """
            INSERT INTO broadcasts (id, community, segment_id, subject, text, html, reply_to, sent_by, recipient_count, created_at)
            VALUES (?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?, ?)
            """,
            [
                broadcast.id.description, tag, broadcast.segmentId.description, broadcast.subject.whole, broadcast.text.whole,
                broadcast.html?.whole, broadcast.replyTo, sender, broadcast.recipientCount, broadcast.createdAt.stored,
            ]
        )
        try await execute(
            """
            INSERT INTO outbox (community, broadcast_id, user_id, name, email, due_at)
            SELECT community, ?, user_id, name, email, ? FROM segment_members JOIN people USING (community, user_id)
            WHERE community = ? AND segment_id = ? ORDER BY user_id
            """,
            [broadcast.id.description, broadcast.createdAt.stored, tag, broadcast.segmentId.description]
        )
    }
}
