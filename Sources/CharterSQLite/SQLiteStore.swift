import CharterServer
public import GRDB

/// The effects of an API's calls in a SQLite database, together with its keys, limits and the answers of calls that may be repeated.
///
/// A database belongs to one store of a process. Of all that writes, one at a time does so, in the order in which they came; what reads does so at the same time, and
/// sees what was committed when it began. What is committed survives the end of the process and of the machine's power, as far as its disks keep what they
/// say they have written.
///
/// The server's tables have names that begin with `charter_`; all others are yours:
///
///     let store = try SQLiteStore(path: "shop.sqlite") { migrator in
///         migrator.registerMigration("orders") { database in
///             try database.execute(sql: "CREATE TABLE orders (id TEXT PRIMARY KEY, article TEXT NOT NULL) STRICT")
///         }
///     }
public final class SQLiteStore: SQLiteAccess {
    /// Whether every key that is kept ends in a checksum; see ``CharterServer/KeyKeeping/holdsChecksummedKeysOnly``.
    public let holdsChecksummedKeysOnly: Bool
    let pool: DatabasePool
    package let queue = TransactionQueue()
    private let writerWait: Duration?

    /// Opens a database, makes it if there is none, and brings its tables up to date.
    ///
    /// Do it before the server starts: it waits for the disk. Several processes may open a database at once, also a new one.
    ///
    /// - Parameters:
    ///   - path: The file; the folder must be there. SQLite keeps two more beside it, with the endings `-wal` and `-shm`.
    ///   - configuration: How its connections are set up, such as by functions of your own. The journal is always a write-ahead log; where nothing else is said
    ///     of `busyMode`, what writes waits up to five seconds for another process that does so.
    ///   - holdsChecksummedKeysOnly: Whether mistyped and invented keys are refused before they are looked up; true only where a `KeyIssuer` makes every key.
    ///   - writerWait: How long what writes waits at most for others of this process that do so, such as a handler that hangs in its transaction; nil for as long as it takes.
    ///   - register: Adds the migrations of your own tables, whose names must not begin with `charter-`. They run behind those of the server's tables.
    /// - Throws: ``UnopenedDatabase`` for a file that cannot be opened, is no database or is damaged; what a migration throws.
    public init(
        path: String,
        configuration: Configuration = Configuration(),
        holdsChecksummedKeysOnly: Bool = false,
        writerWait: Duration? = .seconds(30),
        migrations register: (inout DatabaseMigrator) -> Void = { _ in }
    ) throws {
        self.holdsChecksummedKeysOnly = holdsChecksummedKeysOnly
        self.writerWait = writerWait
        var migrator = DatabaseMigrator.charter
        register(&migrator)
        pool = try DatabasePool.forStore(path: path, configuration)
        try pool.migrate(by: migrator)
    }

    /// Reads what was committed when the reading began, at the same time as others read and write; also within a transaction, whose work it does not see.
    public func read<Result: Sendable>(_ body: @Sendable (Database) throws -> Result) async throws -> Result {
        try await pool.read(body)
    }

    /// Reads and writes in a transaction of its own, outside of calls.
    ///
    /// - Throws: ``NestedTransaction`` within a transaction of the store; ``WriterNotFree``; what `body` and the database throw.
    public func write<Result: Sendable>(_ body: @Sendable (Database) throws -> Result) async throws -> Result {
        try await alone { try await pool.write(body) }
    }

    /// Waits for its turn to write; `queue.leave()` must follow.
    func waitForWriter() async throws {
        try await queue.enter(waitingAtMost: writerWait)
    }

    /// Closes the database, once what writes has come to its end; further uses fail.
    ///
    /// - Throws: `DatabaseError` while something is read, after which the database is still open; ``NestedTransaction`` within a transaction.
    public func close() async throws {
        try await alone { try pool.close() }
    }
}
