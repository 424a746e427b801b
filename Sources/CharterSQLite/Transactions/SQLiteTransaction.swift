public import CharterServer
public import GRDB
import Synchronization

/// A transaction of a ``SQLiteStore``, which handlers write their effects with.
///
///     try await transaction.write { database in
///         try database.execute(sql: "INSERT INTO orders (id, article) VALUES (?, ?)", arguments: [order.id, order.article])
///     }
public final class SQLiteTransaction: SQLiteAccess, EffectTransaction {
    /// The transactions that the present task is in, at most one of each store.
    @TaskLocal static var enclosing: [SQLiteTransaction] = []

    /// Whether every key that is kept ends in a checksum, as the store says.
    public let holdsChecksummedKeysOnly: Bool
    private let pool: DatabasePool
    private let isOpen = Atomic(false)

    init(on pool: DatabasePool, holdsChecksummedKeysOnly: Bool) {
        self.pool = pool
        self.holdsChecksummedKeysOnly = holdsChecksummedKeysOnly
    }

    func isOpen(on pool: DatabasePool) -> Bool {
        self.pool === pool && isOpen.load(ordering: .acquiring)
    }

    /// Reads, what the transaction wrote included.
    ///
    /// - Throws: ``EndedTransaction`` once the transaction is over; ``AbortedTransaction``; what `body` throws.
    public func read<Result: Sendable>(_ body: @Sendable (Database) throws -> Result) async throws -> Result {
        try await access { database in try database.readOnly { try body(database) } }
    }

    /// Writes, all of it or nothing: a `body` that throws leaves the transaction as it was before.
    ///
    /// - Throws: ``EndedTransaction`` once the transaction is over; ``AbortedTransaction``; what `body` throws.
    public func write<Result: Sendable>(_ body: @Sendable (Database) throws -> Result) async throws -> Result {
        try await access { database in try database.atomically(body) }
    }

    private func access<Result: Sendable>(_ body: @Sendable (Database) throws -> Result) async throws -> Result {
        try await pool.writeWithoutTransaction { database in
            // Asked on the writer's thread, where it also ends.
            guard isOpen.load(ordering: .acquiring) else { throw EndedTransaction() }
            guard database.isInsideTransaction else { throw AbortedTransaction() }
            return try body(database)
        }
    }

    func begin() async throws {
        try await pool.writeWithoutTransaction { database in
            try database.beginTransaction(.immediate)
            isOpen.store(true, ordering: .releasing)
        }
    }

    /// Commits, also in a task that is cancelled: what returned has done its work.
    func commit() async throws {
        try await pool.onWriter { database in
            self.isOpen.store(false, ordering: .releasing)
            guard database.isInsideTransaction else { throw AbortedTransaction() }
            try database.commit()
        }
    }

    /// Undoes the transaction, unless it is undone already; also in a task that is cancelled.
    func rollBack() async {
        // It fails only where SQLite has no transaction left that could be undone.
        try? await pool.onWriter { database in
            self.isOpen.store(false, ordering: .releasing)
            try database.rollback()
        }
    }
}
