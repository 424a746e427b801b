import CharterRuntime
import CharterService
import CharterSQLite
import Foundation
import GRDB
import RavenServer
import Synchronization

/// Raven's database without a server.
struct RavenDatabase {
    let store: SQLiteStore
    let storage: SQLiteRaven
    /// Every statement that ran, where they are kept.
    let statements = StatementLog()

    /// Opens the database of a folder.
    ///
    /// - Parameter isNew: Whether it is filled with the data set.
    init(_ folder: TemporaryFolder, isNew: Bool = true) async throws {
        let statements = statements
        var configuration = Configuration()
        configuration.prepareDatabase { database in
            database.trace(options: .statement) { event in
                if case .statement(let statement) = event { statements.note(statement.expandedSQL) }
            }
        }
        store = try SQLiteStore(path: folder.database, configuration: configuration, holdsChecksummedKeysOnly: true) { migrator in
            RavenCloud.registerMigrations(in: &migrator)
        }
        storage = SQLiteRaven(store)
        if isNew {
            _ = try await RavenCloud(ServiceResources(store: store, folder: folder.url.path)).seed(at: Self.present)
            statements.forget()
        }
    }

    /// The present of the data set.
    static let present = Timestamp(secondsSinceEpoch: 1_790_000_000)
}

/// What was asked of a database.
final class StatementLog: Sendable {
    private let noted = Mutex<[String]>([])

    /// The statements since it was last forgotten.
    var statements: [String] { noted.withLock { $0 } }

    func note(_ statement: String) {
        noted.withLock { $0.append(statement) }
    }

    func forget() {
        noted.withLock { $0 = [] }
    }
}
