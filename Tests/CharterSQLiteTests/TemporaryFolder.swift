import CharterSQLite
import Foundation
import GRDB

/// A folder of a test's own, which is gone when the test is.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("charter-sqlite-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// The file of the store.
    var database: String { url.appendingPathComponent("store.sqlite").path }

    /// Opens a store with a table of notes, which stands for those of a server.
    func store(
        _ configuration: Configuration = Configuration(),
        holdsChecksummedKeysOnly: Bool = false,
        writerWait: Duration? = nil
    ) throws -> SQLiteStore {
        try SQLiteStore(
            path: database,
            configuration: configuration,
            holdsChecksummedKeysOnly: holdsChecksummedKeysOnly,
            writerWait: writerWait
        ) { migrator in
            migrator.registerMigration("notes") { database in
                try database.execute(
                    sql: """
                        CREATE TABLE notes (
                            number INTEGER PRIMARY KEY, text TEXT NOT NULL,
                            answers INTEGER REFERENCES notes (number) DEFERRABLE INITIALLY DEFERRED
                        ) STRICT
                        """
                )
            }
        }
    }
}

extension SQLiteAccess {
    func note(_ text: String) async throws {
        try await write { try $0.execute(sql: "INSERT INTO notes (text) VALUES (?)", arguments: [text]) }
    }

    /// The texts of all notes, in the order in which they were written.
    var notes: [String] {
        get async throws { try await read { try String.fetchAll($0, sql: "SELECT text FROM notes ORDER BY number") } }
    }
}

/// Something goes wrong in a test.
struct Failure: Error, Hashable {}
