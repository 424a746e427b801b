import CharterRuntime
import CharterService
import CharterSQLite
import CobuntuModels
import GRDB

extension SQLiteStore {
    package func fill(with communities: [SeededCommunity]) async throws {
        try await write { database in
            guard try Int.fetchOne(database, sql: "SELECT count(*) FROM communities") == 0 else { throw StorageNotEmpty() }
            for community in communities { try Filling(database: database, tag: community.tag).fill(with: community) }
        }
    }
}

/// Writes all that a community has.
private struct Filling {
    let database: Database
    let tag: String

    func fill(with community: SeededCommunity) throws {
        let rows = CommunityRows(database: database, tag: tag)
        _ = try rows.put(name: community.name, email: community.email, rulesVersion: community.rulesVersion)
        for known in community.people { _ = try rows.put(known) }
        for ban in community.bans { try insert(ban) }
        for held in community.events { _ = try rows.put(held) }
        for rsvp in community.rsvps { try insert(rsvp) }
        for article in community.articles { _ = try rows.put(article) }
        for product in community.products { _ = try rows.put(product) }
        for category in community.categories { _ = try rows.put(category) }
        for hotspot in community.hotspots { _ = try rows.put(hotspot) }
        for segment in community.segments { _ = try rows.put(segment) }
        for application in community.applications { try insert(application) }
        for acceptance in community.acceptances {
            try insert(
                "rules_acceptances",
                [
                    "community": tag, "user_id": acceptance.userId.description, "version": acceptance.version,
                    "accepted_at": acceptance.acceptedAt.stored,
                ]
            )
        }
    }

    private func insert(_ table: String, _ values: [String: (any DatabaseValueConvertible)?]) throws {
        // In the order of the names, so that a table has one statement.
        let columns = values.keys.sorted()
        let sql = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(databaseQuestionMarks(count: columns.count)))"
        let arguments: [(any DatabaseValueConvertible)?] = columns.map { values[$0] ?? nil }
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
    }

    private func insert(_ ban: ModerationResult) throws {
        try insert(
            "moderations",
            [
                "community": tag, "user_id": ban.userId.description, "action": ban.action.rawValue, "reason": ban.reason,
                "until": ban.until?.stored, "created_at": ban.createdAt.stored,
            ]
        )
    }

    private func insert(_ rsvp: RSVP) throws {
        let places = rsvp.guest == nil ? 1 : 2
        try insert(
            "rsvps",
            [
                "id": rsvp.id.description, "community": tag, "event_slug": rsvp.eventSlug, "tier_id": rsvp.tierId.description,
                "user_id": rsvp.userId.description, "status": rsvp.status.rawValue, "places": places,
                "guest": try rsvp.guest?.storedJSON, "answers": try rsvp.answers.storedJSON, "created_at": rsvp.createdAt.stored,
            ]
        )
        guard rsvp.status == .confirmed else { return }
        let take = try database.cachedStatement(sql: "UPDATE tiers SET taken = taken + ? WHERE id = ? AND community = ?")
        try take.execute(arguments: [places, rsvp.tierId.description, tag])
    }

    private func insert(_ application: Application) throws {
        try insert(
            "applications",
            [
                "id": application.id.description, "community": tag, "segment_id": application.segmentId.description,
                "name": application.applicant.name, "email": application.applicant.email,
                "user_id": application.applicant.userId?.description, "answers": try application.answers.storedJSON,
                "status": application.status.rawValue, "message": application.message, "reason": application.reason,
                "created_at": application.createdAt.stored, "decided_at": application.decidedAt?.stored,
            ]
        )
    }
}
