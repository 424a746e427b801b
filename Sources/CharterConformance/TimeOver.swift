/// What a body returns, if it does so in time; else it is cancelled.
///
/// - Throws: ``TimeOver``, and what the body throws.
package func ends<Result: Sendable>(
    by deadline: ContinuousClock.Instant,
    _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    try await withThrowingTaskGroup(of: Result.self) { group in
        defer { group.cancelAll() }
        group.addTask(operation: body)
        group.addTask {
            try await Task.sleep(until: deadline, clock: .continuous)
            throw TimeOver()
        }
        guard let result = try await group.next() else { throw CancellationError() }
        return result
    }
}

/// Something did not end in time.
package struct TimeOver: Error, CustomStringConvertible {
    package var description: String { "there is no reply in time" }
}
