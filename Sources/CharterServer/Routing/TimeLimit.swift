/// How long something may take that works on a request.
///
/// What does the work is cancelled when the time is over, and waited for: who is told that it took too long can rely on nothing having been done behind that word.
/// A handler that takes no notice holds up its reply, and what it has answered nevertheless is sent, for it was done.
struct TimeLimit: Sendable {
    let time: Duration
    /// Lets time pass, unless it is cancelled.
    let sleep: @Sendable (Duration) async throws -> Void

    /// Does the work.
    ///
    /// - Parameter late: What is thrown when the time is over.
    /// - Throws: that; whatever the work throws before; `CancellationError` where the task was cancelled from outside.
    func limit<Result: Sendable>(
        orThrow late: @Sendable () -> any Error,
        _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await work() }
            group.addTask { [self] in
                try? await sleep(time)
                return nil
            }
            defer { group.cancelAll() }
            if let result = try await group.next() ?? nil { return result }
            group.cancelAll()
            if let result = try? await group.next() ?? nil { return result }
            // Then it was not this time that was over.
            try Task.checkCancellation()
            throw late()
        }
    }
}
