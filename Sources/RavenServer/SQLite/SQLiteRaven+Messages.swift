public import CharterRuntime
public import CharterServer
import CharterService
import CharterSQLite
import GRDB
public import RavenModels

extension SQLiteRaven {
    /// A part of a tenant's messages.
    public func messages(of tenant: String, _ page: CursorPage) async throws -> Page<Message> {
        let last = try page.position.numbered
        let rows = try await store.read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT messages.number, \(Message.columns) FROM messages
                    WHERE tenant = (SELECT number FROM tenants WHERE slug = ?) AND (created_at, number) < (?, ?)
                    ORDER BY created_at DESC, number DESC LIMIT ?
                    """
            )
            let arguments: StatementArguments = [tenant, last.milliseconds, last.number, page.limit + 1]
            return try Row.fetchAll(statement, arguments: arguments).map { row in
                var row = RowReader(row, of: "messages")
                return Numbered(number: Int64(try row.integer()), item: try Message(&row))
            }
        }
        return Page(rows, page) { $0.item.createdAt }
    }

    /// A message of a tenant, or nil.
    public func message(_ id: UniqueID, of tenant: String) async throws -> Message? {
        try await store.read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT \(Message.columns) FROM messages
                    WHERE id = ? AND tenant = (SELECT number FROM tenants WHERE slug = ?)
                    """
            )
            return try Row.fetchOne(statement, arguments: [id.description, tenant]).map { row in
                var row = RowReader(row, of: "messages")
                return try Message(&row)
            }
        }
    }
}
