import GRDB

extension DatabasePool {
    /// Runs something on the writer's thread, whether or not the task is cancelled.
    func onWriter(_ body: @escaping @Sendable (Database) throws -> Void) async throws {
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            asyncWriteWithoutTransaction { database in done.resume(with: Result { try body(database) }) }
        }
    }
}

extension Database {
    /// Runs something within the open transaction; what it wrote is undone if it throws.
    func atomically<Result>(_ body: (Database) throws -> Result) throws -> Result {
        var result: Result?
        try inSavepoint {
            result = try body(self)
            return .commit
        }
        guard let result else { throw AbortedTransaction() }
        return result
    }
}
