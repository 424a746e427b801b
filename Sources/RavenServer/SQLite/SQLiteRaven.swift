public import CharterSQLite
import GRDB

/// Raven Cloud in a SQLite database.
///
/// One writes at a time and everybody reads at once; what is committed survives the end of the process and of the machine's power. Several processes of one machine may
/// share a database.
public struct SQLiteRaven: RavenStorage {
    /// Where handlers write, and keys are kept.
    public var effects: SQLiteStore { store }
    let store: SQLiteStore

    /// Opens a database, makes it if there is none, and brings its tables up to date.
    ///
    /// - Parameter path: The file; its folder must be there.
    /// - Throws: `DatabaseError` for a file that cannot be opened, is no database or is damaged.
    public init(path: String) throws {
        // Raven's keys are made by a `KeyIssuer`, all of them.
        store = try SQLiteStore(path: path, holdsChecksummedKeysOnly: true) { $0.registerRaven() }
    }

    /// Closes the database, once what writes has come to its end.
    public func close() async throws {
        try await store.close()
    }
}
