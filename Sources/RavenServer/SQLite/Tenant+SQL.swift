import CharterRuntime
import CharterService
import GRDB
import RavenModels

extension Tenant {
    /// What ``init(row:)`` reads, in its order.
    static let columns = "tenants.id, CAST(tenants.name AS BLOB), tenants.slug, tenants.created_at, tenants.status"

    init(_ row: inout RowReader) throws {
        self.init(
            id: try row.id(),
            name: try row.text(),
            slug: try row.text(),
            createdAt: try row.milliseconds(),
            status: Status(rawValue: try row.text())
        )
    }

    /// Writes the tenant.
    ///
    /// - Returns: Its number; nil where another tenant has the slug.
    func insert(_ database: Database, plan: String?) throws -> Int64? {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO tenants (id, slug, name, plan, status, created_at) VALUES (?, ?, CAST(? AS TEXT), ?, ?, ?)
                ON CONFLICT (slug) DO NOTHING
                """
        )
        try statement.execute(arguments: [id.description, slug, name.whole, plan, status.rawValue, createdAt.milliseconds])
        return database.changesCount == 1 ? database.lastInsertedRowID : nil
    }
}
