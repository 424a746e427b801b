import CharterRuntime
import CharterServer
import CharterService
import CharterSQLite
import GRDB

/// One community's rows in a SQLite database; every statement names the community.
package struct SQLiteCommunity<Access: SQLiteAccess>: Sendable {
    let tag: String
    let access: Access
}

extension SQLiteCommunity {
    /// A part of a list and the number of all, both of one moment.
    ///
    /// - Parameters:
    ///   - table: What the rows are of.
    ///   - columns: What is read of each row.
    ///   - source: What stands behind `FROM`, up to the order.
    ///   - order: What stands behind `ORDER BY`.
    ///   - arguments: The values of the source.
    func page<Item: Sendable>(
        _ table: String,
        select columns: String,
        from source: String,
        order: String,
        _ arguments: StatementArguments,
        _ page: OffsetPage,
        _ read: @Sendable (inout RowReader) throws -> Item
    ) async throws -> Page<Item> {
        try await access.read { database in
            let count = try database.cachedStatement(sql: "SELECT count(*) FROM \(source)")
            let list = try database.cachedStatement(sql: "SELECT \(columns) FROM \(source) ORDER BY \(order) LIMIT ? OFFSET ?")
            let total = try Int.fetchOne(count, arguments: arguments) ?? 0
            let rows = try Row.fetchAll(list, arguments: arguments + [page.limit, page.offset])
            let items = try rows.map { row in
                var columns = RowReader(row, of: table)
                return try read(&columns)
            }
            return Page(items: items, total: total)
        }
    }

    /// The first row that a statement finds, or nil.
    func first<Item: Sendable>(
        _ table: String,
        _ sql: String,
        _ arguments: StatementArguments,
        _ read: @Sendable (inout RowReader) throws -> Item
    ) async throws -> Item? {
        try await access.read { database in
            guard let row = try Row.fetchOne(try database.cachedStatement(sql: sql), arguments: arguments) else { return nil }
            var columns = RowReader(row, of: table)
            return try read(&columns)
        }
    }

    /// All rows that a statement finds.
    func all<Item: Sendable>(
        _ table: String,
        _ sql: String,
        _ arguments: StatementArguments,
        _ read: @Sendable (inout RowReader) throws -> Item
    ) async throws -> [Item] {
        try await access.read { database in
            try Row.fetchAll(try database.cachedStatement(sql: sql), arguments: arguments).map { row in
                var columns = RowReader(row, of: table)
                return try read(&columns)
            }
        }
    }

    /// Whether a statement finds a row.
    func exists(_ sql: String, _ arguments: StatementArguments) async throws -> Bool {
        try await access.read { try Row.fetchOne(try $0.cachedStatement(sql: sql), arguments: arguments) != nil }
    }
}
