import CharterSQLite
import GRDB

extension SQLiteStore {
    /// Opens the database of a service, makes it if there is none, and brings its tables up to date.
    ///
    /// - Throws: what keeps it from being opened.
    static func open<Served: APIService>(_ path: String, for service: Served.Type) throws -> SQLiteStore {
        // A new one is its owner's alone, and so are the files that SQLite puts beside it; what keeps it from being made, SQLite says.
        try? SecretFile(path: path).makeIfMissing("")
        var configuration = Configuration()
        configuration.busyMode = .timeout(Self.longestForeignWrite)
        return try SQLiteStore(path: path, configuration: configuration, holdsChecksummedKeysOnly: true) { migrator in
            service.registerMigrations(in: &migrator)
        }
    }

    /// For how many seconds what writes waits for another process that does so: a command that brings much in beside the server has the database for a while.
    static var longestForeignWrite: Double { 30 }
}
