public import CharterRuntime
import CharterService
import CharterSQLite
import GRDB
public import RavenModels

extension SQLiteRaven {
    /// Tenants in the order of their slugs.
    public func tenants(after last: String?, atMost count: Int) async throws -> [TenantLine] {
        try await store.read { database in
            let sql = "SELECT slug, status, CAST(plan AS BLOB), CAST(name AS BLOB) FROM tenants WHERE slug > ? ORDER BY slug LIMIT ?"
            return try Row.fetchAll(database, sql: sql, arguments: [last ?? "", count]).map { row in
                var row = RowReader(row, of: "tenants")
                return TenantLine(
                    slug: try row.text(),
                    status: Tenant.Status(rawValue: try row.text()),
                    plan: try row.optionalText(),
                    name: try row.text()
                )
            }
        }
    }

    /// The people with an e-mail address, in the order in which they came.
    public func people(withEmail email: String, actingFor slug: String?) async throws -> [UniqueID] {
        try await store.read { database in
            // It goes through all people: the index tells upper from lower case. Only commands ask.
            let sql = """
                SELECT id FROM people WHERE email = CAST(?1 AS TEXT) COLLATE NOCASE
                AND (?2 IS NULL OR id IN (SELECT person FROM memberships WHERE tenant = (SELECT number FROM tenants WHERE slug = ?2)))
                ORDER BY created_at, id
                """
            return try Row.fetchAll(database, sql: sql, arguments: [email.whole, slug]).map { row in
                var row = RowReader(row, of: "people")
                return try row.id()
            }
        }
    }

    /// Suspends a tenant, or resumes it.
    public func setStatus(_ status: Tenant.Status, of slug: String) async throws -> Bool {
        try await store.write { database in
            try database.execute(sql: "UPDATE tenants SET status = ? WHERE slug = ?", arguments: [status.rawValue, slug])
            return database.changesCount == 1
        }
    }

    /// Changes the plan of a tenant.
    public func setPlan(_ plan: String?, of slug: String) async throws -> Bool {
        try await store.write { database in
            try database.execute(sql: "UPDATE tenants SET plan = ? WHERE slug = ?", arguments: [plan, slug])
            return database.changesCount == 1
        }
    }

    /// Takes a token back, and forgets those that were and have ended since.
    public func revokeToken(_ id: String, endingAt end: Timestamp?, at now: Timestamp) async throws {
        try await store.write { database in
            // A verifier may take a token for a while after it has ended, as clocks differ.
            let over = now.milliseconds - 3_600_000
            try database.execute(sql: "DELETE FROM revoked_tokens WHERE ends_at < ?", arguments: [over])
            try database.execute(
                sql: """
                    INSERT INTO revoked_tokens (id, ends_at) VALUES (?, ?)
                    ON CONFLICT (id) DO UPDATE SET ends_at = max(ends_at, excluded.ends_at)
                    """,
                arguments: [id, end?.milliseconds ?? .max]
            )
        }
    }
}
