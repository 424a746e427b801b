import CharterSQLite
import GRDB

/// Everything that stood in a database at one moment, to be put back.
///
/// It is held in temporary tables of the connection that writes, where SQLite copies rows without a detour; they end with it.
struct DatabaseSnapshot: Sendable {
    private let tables: [Table]

    /// A table, with its names as SQL has them.
    fileprivate struct Table: Sendable {
        let name: String
        /// The temporary table with its rows.
        let copy: String
        let columns: String
        /// The columns to the letter, whatever their table takes for equal.
        let spelled: String
    }

    /// Copies a database whole.
    init(of store: SQLiteStore) async throws {
        tables = try await store.write { database in
            let names = try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM sqlite_schema
                    WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'grdb_migrations' ORDER BY name
                    """
            )
            return try names.map { name in
                let columns = try database.columns(in: name).map(\.name.quotedDatabaseIdentifier)
                // A temporary table of the same name would hide the other one.
                let table = Table(
                    name: name.quotedDatabaseIdentifier,
                    copy: "snapshot of \(name)".quotedDatabaseIdentifier,
                    columns: columns.joined(separator: ", "),
                    spelled: columns.map { "\($0) COLLATE BINARY" }.joined(separator: ", ")
                )
                try database.execute(sql: "CREATE TEMPORARY TABLE \(table.copy) AS SELECT \(table.columns) FROM \(table.name)")
                return table
            }
        }
    }

    /// Puts back what stood in the database, in one transaction.
    ///
    /// Tables that are as they were stay: where others refer to their rows, it takes long to delete them.
    func restore(to store: SQLiteStore) async throws {
        try await store.write { database in
            // Rows come back in the order of their tables' names; what they refer to is looked at when all are there.
            try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
            var emptied: Set<String> = []
            func toEmpty() throws -> [Table] { try tables.filter { try !emptied.contains($0.name) && $0.hasChanged(in: database) } }
            // What refers to rows may go with them, so that another table has changed then.
            while case let changed = try toEmpty(), !changed.isEmpty {
                for table in changed { try database.execute(sql: "DELETE FROM \(table.name)") }
                emptied.formUnion(changed.map(\.name))
            }
            for table in tables where emptied.contains(table.name) {
                try database.execute(sql: "INSERT INTO \(table.name) (\(table.columns)) SELECT \(table.columns) FROM \(table.copy)")
            }
        }
    }
}

extension DatabaseSnapshot.Table {
    /// Whether rows stand in the table that were not there, or the other way round.
    fileprivate func hasChanged(in database: Database) throws -> Bool {
        let (now, then) = ("SELECT \(spelled) FROM \(name)", "SELECT \(spelled) FROM \(copy)")
        return try Bool.fetchOne(database, sql: "SELECT EXISTS (\(now) EXCEPT \(then)) OR EXISTS (\(then) EXCEPT \(now))") ?? true
    }
}
