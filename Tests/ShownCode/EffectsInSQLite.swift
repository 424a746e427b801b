import CharterSQLite
import GRDB

/// *Effects in SQLite* of the readme.
enum EffectsInSQLite {
    static func keep(id: String, article: String) async throws {
        let store = try SQLiteStore(path: "shop.sqlite") { migrator in
            migrator.registerMigration("orders") { database in
                try database.execute(sql: "CREATE TABLE orders (id TEXT PRIMARY KEY, article TEXT NOT NULL) STRICT")
            }
        }
        try await store.withTransaction { transaction in
            try await transaction.write { try $0.execute(sql: "INSERT INTO orders VALUES (?, ?)", arguments: [id, article]) }
        }
    }
}
