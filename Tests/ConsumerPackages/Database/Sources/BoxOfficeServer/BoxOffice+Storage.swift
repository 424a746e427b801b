import CharterRuntime
import CharterSQLite
import CharterServer
import GRDB

extension SQLiteStore {
    /// Opens the database of a box office, and makes it if there is none.
    public static func boxOffice(at path: String) throws -> SQLiteStore {
        try SQLiteStore(path: path, holdsChecksummedKeysOnly: true) { migrator in
            migrator.registerMigration("tickets") { database in
                try database.execute(
                    sql: """
                        CREATE TABLE theatres (slug TEXT PRIMARY KEY, suspended INTEGER NOT NULL DEFAULT 0) STRICT;
                        CREATE TABLE shows (
                            id TEXT PRIMARY KEY, theatre TEXT NOT NULL REFERENCES theatres, title TEXT NOT NULL, startsAt TEXT NOT NULL,
                            seats INTEGER NOT NULL, price TEXT NOT NULL
                        ) STRICT;
                        CREATE TABLE tickets (
                            id TEXT PRIMARY KEY, show TEXT NOT NULL REFERENCES shows, holder TEXT NOT NULL, paid TEXT NOT NULL,
                            soldAt TEXT NOT NULL
                        ) STRICT;
                        CREATE INDEX shows_by_title ON shows (theatre, title, id);
                        CREATE INDEX tickets_by_show ON tickets (show);
                        """
                )
            }
        }
    }

    /// Opens a theatre; nothing changes if it is open.
    public func openTheatre(_ slug: String) async throws {
        try await write { try $0.execute(sql: "INSERT OR IGNORE INTO theatres (slug) VALUES (?)", arguments: [slug]) }
    }
}

/// Knows which theatres are suspended.
struct Theatres: TenantDirectory {
    let store: SQLiteStore

    func isSuspended(_ theatre: String) async throws -> Bool {
        try await store.read { database in
            try Bool.fetchOne(database, sql: "SELECT suspended FROM theatres WHERE slug = ?", arguments: [theatre]) ?? false
        }
    }
}

extension Show {
    /// A `Row` cannot leave the closure that reads it, since it is not `Sendable`: what leaves is a model.
    private init(_ row: Row) throws {
        self.init(
            id: try row.value("id"),
            title: row["title"],
            startsAt: try row.value("startsAt"),
            seats: row["seats"],
            price: try row.value("price")
        )
    }

    static func find(_ database: Database, _ id: UniqueID, of theatre: String) throws -> Show? {
        let sql = "SELECT * FROM shows WHERE id = ? AND theatre = ?"
        return try Row.fetchOne(database, sql: sql, arguments: [id.description, theatre]).map(Show.init)
    }

    /// The shows of a theatre by title, from behind the one with the identifier `last`, or from the first one.
    static func fetch(_ database: Database, of theatre: String, after last: String?, atMost count: Int) throws -> [Show] {
        let sql = """
            SELECT * FROM shows WHERE theatre = ?1 AND (?2 IS NULL OR (title, id) > (SELECT title, id FROM shows WHERE id = ?2))
            ORDER BY title, id LIMIT ?3
            """
        return try Row.fetchAll(database, sql: sql, arguments: [theatre, last, count]).map(Show.init)
    }

    func insert(_ database: Database, of theatre: String) throws {
        try database.execute(
            sql: "INSERT INTO shows VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [id.description, theatre, title, startsAt.description, seats, price.description]
        )
    }
}

extension Ticket {
    static func count(_ database: Database, of show: UniqueID) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM tickets WHERE show = ?", arguments: [show.description]) ?? 0
    }

    func insert(_ database: Database) throws {
        try database.execute(
            sql: "INSERT INTO tickets VALUES (?, ?, ?, ?, ?)",
            arguments: [id.description, show.description, holder, paid.description, soldAt.description]
        )
    }
}

extension Row {
    /// What is kept as text, as `UniqueID`, `DecimalNumber` and `Timestamp` are: each is made of a text, or nil if it is none of these.
    fileprivate func value<Value: LosslessStringConvertible>(_ column: String) throws -> Value {
        guard let value = Value(self[column] as String) else { throw DamagedColumn(name: column) }
        return value
    }
}

/// A column holds something else than was written there; whoever called is answered 500, and the log says this.
struct DamagedColumn: Error {
    let name: String
}
