public import CharterRuntime
import CharterService
import CharterSQLite
import GRDB
public import RavenModels

extension SQLiteRaven {
    /// A person with the tenants for which they act.
    public func person(_ id: UniqueID) async throws -> Person? {
        try await store.read { database in
            let people = try database.cachedStatement(sql: "SELECT CAST(name AS BLOB), CAST(email AS BLOB) FROM people WHERE id = ?")
            guard let row = try Row.fetchOne(people, arguments: [id.description]) else { return nil }
            var person = RowReader(row, of: "people")
            return Person(
                id: id,
                name: try person.text(),
                email: try person.text(),
                tenants: try Membership.all(database, of: id)
            )
        }
    }

    /// What is known of whoever presents a token.
    public func bearer(of token: PresentedToken) async throws -> TokenBearer {
        try await store.read { database in
            let known = try database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM people WHERE id = ?)")
            let revoked = try database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM revoked_tokens WHERE id = ?)")
            var roles: [String: String]?
            if try Bool.fetchOne(known, arguments: [token.user.description]) == true {
                roles = try Dictionary(Membership.all(database, of: token.user).map { ($0.tenant, $0.role) }) { first, _ in first }
            }
            return TokenBearer(isTokenRevoked: try Bool.fetchOne(revoked, arguments: [token.id]) == true, roles: roles)
        }
    }

    /// Learns of a person, unless there is one with that identifier.
    public func add(_ person: NewPerson) async throws {
        try await store.write { try person.insert($0) }
    }
}

extension NewPerson {
    /// Writes the person, unless there is one with that identifier.
    func insert(_ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO people (id, name, email, created_at) VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), ?) ON CONFLICT (id) DO NOTHING
                """
        )
        try statement.execute(arguments: [id.description, name.whole, email.whole, createdAt.milliseconds])
    }
}

extension Membership {
    /// The tenants for which a person acts, those first that came first.
    static func all(_ database: Database, of person: UniqueID) throws -> [Membership] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT tenants.slug, memberships.role FROM memberships JOIN tenants ON tenants.number = memberships.tenant
                WHERE memberships.person = ? ORDER BY memberships.tenant
                """
        )
        return try Row.fetchAll(statement, arguments: [person.description]).map { row in
            var row = RowReader(row, of: "memberships")
            return Membership(tenant: try row.text(), role: try row.text())
        }
    }

    /// Lets a person act for a tenant.
    static func insert(_ database: Database, of person: UniqueID, tenant: Int64, role: String) throws {
        let statement = try database.cachedStatement(sql: "INSERT INTO memberships (person, tenant, role) VALUES (?, ?, ?)")
        try statement.execute(arguments: [person.description, tenant, role])
    }
}
