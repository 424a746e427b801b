public import CharterSQLite

/// Raven Cloud in a SQLite database.
///
/// One writes at a time and everybody reads at once; what is committed survives the end of the process and of the machine's power. Several processes of one machine may
/// share a database.
public struct SQLiteRaven: RavenStorage {
    /// Where handlers write, and keys are kept.
    public var effects: SQLiteStore { store }
    let store: SQLiteStore

    /// Uses a database that has Raven Cloud's tables: see ``GRDB/DatabaseMigrator/registerRaven()``.
    public init(_ store: SQLiteStore) {
        self.store = store
    }
}
