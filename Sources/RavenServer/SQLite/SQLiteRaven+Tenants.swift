public import CharterRuntime
public import CharterServer
import CharterService
import CharterSQLite
import GRDB
public import RavenModels

extension SQLiteRaven {
    /// A part of the tenants for which a person acts.
    public func tenants(of user: UniqueID, _ page: CursorPage) async throws -> Page<Tenant> {
        let last = try page.position.numbered
        let rows = try await store.read { database in
            // Nobody acts for more than 200, so that ordering them costs little.
            let statement = try database.cachedStatement(
                sql: """
                    SELECT tenants.number, \(Tenant.columns) FROM memberships JOIN tenants ON tenants.number = memberships.tenant
                    WHERE memberships.person = ? AND (tenants.created_at, tenants.number) < (?, ?)
                    ORDER BY tenants.created_at DESC, tenants.number DESC LIMIT ?
                    """
            )
            let arguments: StatementArguments = [user.description, last.milliseconds, last.number, page.limit + 1]
            return try Row.fetchAll(statement, arguments: arguments).map { row in
                var row = RowReader(row, of: "tenants")
                return Numbered(number: Int64(try row.integer()), item: try Tenant(&row))
            }
        }
        return Page(rows, page) { $0.item.createdAt }
    }

    /// A tenant, if the person acts for it.
    public func tenant(_ id: UniqueID, of user: UniqueID) async throws -> Tenant? {
        try await store.read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT \(Tenant.columns) FROM tenants JOIN memberships ON memberships.tenant = tenants.number
                    WHERE tenants.id = ? AND memberships.person = ?
                    """
            )
            return try Row.fetchOne(statement, arguments: [id.description, user.description]).map { row in
                var row = RowReader(row, of: "tenants")
                return try Tenant(&row)
            }
        }
    }
}

extension SQLiteRaven {
    /// Whether there is a tenant with a slug.
    public func hasTenant(_ slug: String) async throws -> Bool {
        try await store.read { database in
            let statement = try database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM tenants WHERE slug = ?)")
            return try Bool.fetchOne(statement, arguments: [slug]) ?? false
        }
    }

    /// Whether requests on the data of a tenant are refused for now.
    public func isSuspended(_ tenant: String) async throws -> Bool {
        try await store.read { database in
            let statement = try database.cachedStatement(sql: "SELECT status = 'suspended' FROM tenants WHERE slug = ?")
            return try Bool.fetchOne(statement, arguments: [tenant]) ?? false
        }
    }

    /// What a tenant subscribes to; nothing where there is no such tenant.
    public func subscription(of tenant: String) async throws -> TenantSubscription {
        try await store.read { database in
            let statement = try database.cachedStatement(sql: "SELECT plan FROM tenants WHERE slug = ?")
            return TenantSubscription(plan: try String.fetchOne(statement, arguments: [tenant]))
        }
    }
}
