import CharterRuntime
import CharterService
import CharterSQLite
import CobuntuModels
import GRDB

extension SQLiteCommunity where Access == SQLiteTransaction {
    package func person(_ id: UniqueID) async throws -> Person? {
        try await first(
            "people",
            "SELECT user_id, CAST(name AS BLOB), email FROM people WHERE community = ? AND user_id = ?",
            [tag, id.description]
        ) { Person(id: try $0.id(), name: try $0.text(), email: try $0.text()) }
    }

    package func person(reachedAt email: String) async throws -> Person? {
        try await first(
            "people",
            "SELECT user_id, CAST(name AS BLOB), email FROM people WHERE community = ? AND email = ?",
            [tag, email]
        ) { Person(id: try $0.id(), name: try $0.text(), email: try $0.text()) }
    }

    package func insert(_ person: Person) async throws {
        try await execute(
            "INSERT INTO people (community, user_id, name, email) VALUES (?, ?, CAST(? AS TEXT), ?)",
            [tag, person.id.description, person.name.whole, person.email]
        )
    }

    package func role(of user: UniqueID) async throws -> Member.Role? {
        try await first(
            "memberships",
            "SELECT role FROM memberships WHERE community = ? AND user_id = ?",
            [tag, user.description]
        ) { Member.Role(rawValue: try $0.text()) }
    }

    package func admit(_ user: UniqueID, at now: Timestamp) async throws {
        try await execute(
            "INSERT INTO memberships (community, user_id, role, is_public, joined_at) VALUES (?, ?, 'member', 0, ?)",
            [tag, user.description, now.stored]
        )
    }

    package func endMembership(of user: UniqueID, at now: Timestamp) async throws {
        let coming = """
            community = ?1 AND user_id = ?2 AND status = 'confirmed'
            AND event_slug IN (SELECT slug FROM events WHERE events.community = ?1 AND starts_at > ?3)
            """
        let arguments: StatementArguments = [tag, user.description, now.stored]
        try await execute(
            """
            UPDATE tiers SET taken = taken - (SELECT sum(places) FROM rsvps WHERE tier_id = tiers.id AND \(coming))
            WHERE community = ?1 AND id IN (SELECT tier_id FROM rsvps WHERE \(coming))
            """,
            arguments
        )
        try await execute("UPDATE rsvps SET status = 'cancelled' WHERE \(coming)", arguments)
        try await execute("DELETE FROM memberships WHERE community = ? AND user_id = ?", [tag, user.description])
    }

    package func isBanned(_ user: UniqueID, at now: Timestamp) async throws -> Bool {
        try await exists(
            """
            SELECT 1 FROM moderations WHERE community = ? AND user_id = ? AND action = 'ban' AND (until IS NULL OR until > ?)
            """,
            [tag, user.description, now.stored]
        )
    }

    package func insert(_ moderation: ModerationResult) async throws {
        try await execute(
            "INSERT INTO moderations (community, user_id, action, reason, until, created_at) VALUES (?, ?, ?, CAST(? AS TEXT), ?, ?)",
            [
                tag, moderation.userId.description, moderation.action.rawValue, moderation.reason?.whole, moderation.until?.stored,
                moderation.createdAt.stored,
            ]
        )
    }
}
