import CharterSQLite
import GRDB

/// Everything that stood in a database at one moment, to be put back.
///
/// It is held in memory, and meant for the small data of demonstrations.
struct DatabaseSnapshot: Sendable {
    private let tables: [Table]

    private struct Table: Sendable {
        let name: String
        let columns: [String]
        let rows: [[DatabaseValue]]
    }

    /// Reads a database whole.
    init(of store: SQLiteStore) async throws {
        tables = try await store.read { database in
            let names = try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM sqlite_schema
                    WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'grdb_migrations' ORDER BY name
                    """
            )
            return try names.map { name in
                let columns = try database.columns(in: name).map(\.name)
                let list = columns.map(\.quotedDatabaseIdentifier).joined(separator: ", ")
                let rows = try Row.fetchAll(database, sql: "SELECT \(list) FROM \(name.quotedDatabaseIdentifier)")
                return Table(name: name, columns: columns, rows: rows.map { Array($0.databaseValues) })
            }
        }
    }

    /// Puts back what stood in the database, in one transaction.
    func restore(to store: SQLiteStore) async throws {
        try await store.write { database in
            // Rows come back in the order of their tables' names; what they refer to is looked at when all are there.
            try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
            for table in tables { try database.execute(sql: "DELETE FROM \(table.name.quotedDatabaseIdentifier)") }
            for table in tables {
                let list = table.columns.map(\.quotedDatabaseIdentifier).joined(separator: ", ")
                let places = databaseQuestionMarks(count: table.columns.count)
                let sql = "INSERT INTO \(table.name.quotedDatabaseIdentifier) (\(list)) VALUES (\(places))"
                let statement = try database.makeStatement(sql: sql)
                for row in table.rows { try statement.execute(arguments: StatementArguments(row)) }
            }
        }
    }
}
