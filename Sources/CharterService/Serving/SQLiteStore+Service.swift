import CharterSQLite

extension SQLiteStore {
    /// Opens the database of a service, makes it if there is none, and brings its tables up to date.
    ///
    /// - Throws: what keeps it from being opened.
    static func open<Served: APIService>(_ path: String, for service: Served.Type) throws -> SQLiteStore {
        // A new one is its owner's alone, and so are the files that SQLite puts beside it; what keeps it from being made, SQLite says.
        try? SecretFile(path: path).makeIfMissing("")
        return try SQLiteStore(path: path, holdsChecksummedKeysOnly: true) { service.registerMigrations(in: &$0) }
    }
}
