public import CharterServer
public import GRDB

/// What runs SQL on the database of a ``SQLiteStore``: the store, each time by itself, and a ``SQLiteTransaction``, within itself.
///
/// Handlers keep their own tables in the same database, so that their effects are there if and only if what the API promises about them is. Code that is written for
/// `some SQLiteAccess` works within a call and outside of one. Of a text with the character U+0000 GRDB keeps only what stands before it.
public protocol SQLiteAccess: LimitStore, IdempotencyStore, KeyRegistry {
    /// Reads; what is read belongs together, and writing is an error.
    ///
    /// - Parameter body: What reads, on a thread of the database. It must neither keep the `Database` nor wait for anything.
    /// - Throws: what `body` throws; `CancellationError` where the task is cancelled, for which a running statement is cut off.
    func read<Result: Sendable>(_ body: @Sendable (Database) throws -> Result) async throws -> Result

    /// Reads and writes, all of it or nothing: what was written before `body` throws is undone.
    ///
    /// - Parameter body: What writes, as ``read(_:)`` says.
    /// - Throws: what `body` throws; `CancellationError` likewise.
    func write<Result: Sendable>(_ body: @Sendable (Database) throws -> Result) async throws -> Result
}
