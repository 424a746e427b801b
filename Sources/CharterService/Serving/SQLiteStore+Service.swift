import CharterSQLite

extension SQLiteStore {
    /// Opens the database of a service, makes it if there is none, and brings its tables up to date.
    ///
    /// - Throws: what keeps it from being opened.
    static func open<Served: APIService>(_ path: String, for service: Served.Type) throws -> SQLiteStore {
        try SQLiteStore(path: path, holdsChecksummedKeysOnly: true) { service.registerMigrations(in: &$0) }
    }
}
