public import CharterRuntime
import CharterService
import CharterSQLite
import GRDB
public import RavenModels

extension SQLiteRaven {
    /// Writes a tenant for which nobody acts yet.
    public func add(_ tenant: Tenant, plan: String?) async throws -> Bool {
        try await store.write { try tenant.insert($0, plan: plan) != nil }
    }

    /// Those who act for a tenant.
    public func members(of slug: String) async throws -> [TenantMember] {
        try await store.read { database in
            let sql = """
                SELECT people.id, memberships.role, CAST(people.email AS BLOB), CAST(people.name AS BLOB)
                FROM memberships JOIN people ON people.id = memberships.person
                WHERE memberships.tenant = (SELECT number FROM tenants WHERE slug = ?)
                """
            let members = try Row.fetchAll(database, sql: sql, arguments: [slug]).map { row in
                var row = RowReader(row, of: "memberships")
                return TenantMember(id: try row.id(), role: try row.text(), email: try row.text(), name: try row.text())
            }
            return members.sorted { ($0.email, $0.id.description) < ($1.email, $1.id.description) }
        }
    }

    /// Has a person act for a tenant.
    public func enroll(_ person: NewPerson, as role: String, in slug: String) async throws {
        try await store.write { database in
            let sql = "SELECT number FROM tenants WHERE slug = ?"
            guard let tenant = try Int64.fetchOne(database, sql: sql, arguments: [slug]) else { throw TenantFault.unknownTenant }
            try person.insert(database)
            let put =
                "INSERT INTO memberships (person, tenant, role) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET role = excluded.role"
            try database.execute(sql: put, arguments: [person.id.description, tenant, role])
            let count = "SELECT count(*) FROM memberships WHERE person = ?"
            guard try Int.fetchOne(database, sql: count, arguments: [person.id.description]) ?? 0 <= Person.mostTenants else {
                throw TenantFault.tooManyTenants
            }
        }
    }

    /// Has a person act for a tenant no longer.
    public func remove(_ person: UniqueID, from slug: String) async throws -> Bool {
        try await store.write { database in
            try database.execute(
                sql: "DELETE FROM memberships WHERE person = ? AND tenant = (SELECT number FROM tenants WHERE slug = ?)",
                arguments: [person.description, slug]
            )
            return database.changesCount == 1
        }
    }
}
