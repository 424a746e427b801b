/// The database undid a transaction by itself, or a statement ended it, so that it cannot be committed.
///
/// SQLite undoes one where the disk is full or fails, and where a statement that writes was cut off by cancellation. Statements of a handler must not end it: `COMMIT`
/// and `ROLLBACK` are the store's.
public struct AbortedTransaction: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public var description: String {
        "the database ended the transaction before it was committed: a statement failed or was cut off, or was a COMMIT or ROLLBACK"
    }
}
