public import CharterServer

extension SQLiteStore: EffectStore {
    /// Runs something in a transaction, which is committed when it returns and undone when it throws.
    ///
    /// The transaction stays open while `body` waits for something else; everything else that writes to the store waits meanwhile, and nothing that reads. A task
    /// that is cancelled while it waits for its turn leaves the queue. Within `body`, cancellation does nothing by itself: what `body` returns is committed.
    ///
    /// - Throws: what `body` throws; ``NestedTransaction`` within another transaction of the store; ``WriterNotFree``; ``AbortedTransaction``, or `DatabaseError`, where the database
    ///   could not commit: nothing is written then.
    public func withTransaction<Result: Sendable>(
        _ body: @Sendable (SQLiteTransaction) async throws -> Result
    ) async throws -> Result {
        try await alone {
            let transaction = SQLiteTransaction(on: pool, holdsChecksummedKeysOnly: holdsChecksummedKeysOnly)
            do {
                try await transaction.begin()
                let result = try await SQLiteTransaction.$enclosing.withValue(SQLiteTransaction.enclosing + [transaction]) {
                    try await body(transaction)
                }
                try await transaction.commit()
                return result
            } catch {
                await transaction.rollBack()
                throw error
            }
        }
    }

    /// Does something while nothing else writes.
    func alone<Result>(_ body: () async throws -> Result) async throws -> Result {
        // Waiting here for a transaction that waits for this would never end.
        guard !SQLiteTransaction.enclosing.contains(where: { $0.isOpen(on: pool) }) else { throw NestedTransaction() }
        try await waitForWriter()
        defer { queue.leave() }
        return try await body()
    }
}
