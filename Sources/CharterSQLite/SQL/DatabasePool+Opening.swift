import Foundation
import GRDB

extension DatabasePool {
    /// Opens the connections of a store.
    ///
    /// - Throws: ``UnopenedDatabase``
    static func forStore(path: String, _ configuration: Configuration) throws -> DatabasePool {
        var configuration = configuration
        configuration.journalMode = .wal
        // A transaction stays open on the writer while a handler waits for something else.
        configuration.allowsUnsafeTransactions = true
        if case .immediateError = configuration.busyMode { configuration.busyMode = .timeout(5) }
        do {
            return try opened(path, configuration)
        } catch let error as DatabaseError {
            throw UnopenedDatabase(path: path, cause: error)
        }
    }

    private static func opened(_ path: String, _ configuration: Configuration) throws -> DatabasePool {
        let pool = try patiently { try DatabasePool(path: path, configuration: configuration) }
        try pool.writeWithoutTransaction { database in
            // With a write-ahead log, anything less leaves what was committed last in the machine's memory, where a power cut takes it: a caller would have been
            // told of an effect that is gone. On macOS a disk must be asked expressly to write its own memory down.
            try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON")
        }
        return pool
    }

    /// Brings the tables up to date.
    func migrate(by migrator: DatabaseMigrator) throws {
        try Self.patiently { try migrator.migrate(self) }
    }

    /// Tries again what another process that opens a new database at the same time got in the way of: it has then done the same, or soon will have.
    private static func patiently<Result>(_ body: () throws -> Result) throws -> Result {
        for attempt in 1...20 {
            do {
                return try body()
            } catch let error as DatabaseError where error.isOfRacingStart {
                // Two seconds in all.
                Thread.sleep(forTimeInterval: 0.01 * Double(attempt))
            }
        }
        return try body()
    }
}

extension DatabaseError {
    /// Whether the error can come from two processes that begin a database at once: the change of the journal does not wait, and of two that make a table, or note
    /// that it is made, the second fails.
    fileprivate var isOfRacingStart: Bool {
        [.SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_CONSTRAINT].contains(resultCode) || message?.contains("already exists") == true
    }
}
