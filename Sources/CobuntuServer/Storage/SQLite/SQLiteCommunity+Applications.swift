import CharterRuntime
import CharterService
import CharterSQLite
import CobuntuModels
import GRDB

extension SQLiteCommunity where Access == SQLiteTransaction {
    package func hasPendingApplication(to segment: UniqueID, of applicant: Applicant, knownAs person: Person?) async throws -> Bool {
        // What is written is what was submitted; the unique indexes stand behind it, but do not know that an address and an identifier are one person's.
        try await exists(
            """
            SELECT 1 FROM applications WHERE community = ?1 AND segment_id = ?2 AND status = 'pending' AND email = ?3
            UNION ALL SELECT 1 FROM applications WHERE community = ?1 AND segment_id = ?2 AND status = 'pending' AND email = ?4
            UNION ALL SELECT 1 FROM applications WHERE community = ?1 AND segment_id = ?2 AND status = 'pending' AND user_id = ?5
            """,
            [tag, segment.description, applicant.email, person?.email, (person?.id ?? applicant.userId)?.description]
        )
    }

    package func rejectPendingApplications(of user: UniqueID, for reason: String?, at now: Timestamp) async throws {
        try await execute(
            """
            UPDATE applications SET status = 'rejected', reason = CAST(?1 AS TEXT), decided_at = ?2
            WHERE community = ?3 AND status = 'pending'
            AND (user_id = ?4 OR email = (SELECT email FROM people WHERE community = ?3 AND user_id = ?4))
            """,
            [reason?.whole, now.stored, tag, user.description]
        )
    }

    package func insert(_ application: Application) async throws {
        try await execute(
            """
            INSERT INTO applications (id, community, segment_id, name, email, user_id, answers, status, created_at)
            VALUES (?, ?, ?, CAST(? AS TEXT), ?, ?, ?, 'pending', ?)
            """,
            [
                application.id.description, tag, application.segmentId.description, application.applicant.name.whole,
                application.applicant.email, application.applicant.userId?.description, try application.answers.storedJSON,
                application.createdAt.stored,
            ]
        )
    }

    package func application(_ id: UniqueID) async throws -> Application? {
        try await first(
            "applications",
            """
            SELECT segment_id, CAST(name AS BLOB), email, user_id, answers, status, CAST(message AS BLOB), CAST(reason AS BLOB), created_at,
                decided_at
            FROM applications WHERE id = ? AND community = ?
            """,
            [id.description, tag]
        ) { row in
            Application(
                id: id,
                segmentId: try row.id(),
                applicant: Applicant(name: try row.text(), email: try row.text(), userId: try row.optionalID()),
                answers: try row.json([Answer].self),
                status: Application.Status(rawValue: try row.text()),
                message: try row.optionalText(),
                reason: try row.optionalText(),
                createdAt: try row.instant(),
                decidedAt: try row.optionalInstant()
            )
        }
    }

    package func decide(_ application: Application) async throws {
        try await execute(
            """
            UPDATE applications SET status = ?, user_id = ?, message = CAST(? AS TEXT), reason = CAST(? AS TEXT), decided_at = ?
            WHERE id = ? AND community = ?
            """,
            [
                application.status.rawValue, application.applicant.userId?.description, application.message?.whole,
                application.reason?.whole, application.decidedAt?.stored, application.id.description, tag,
            ]
        )
    }
}
