/// Where a server keeps what was counted for its limits.
///
/// The counting itself is the same wherever the tallies are kept: see ``LimitTally``.
public protocol LimitStore: Sendable {
    /// Changes some tallies, as if nobody else did so at the same time.
    ///
    /// - Parameters:
    ///   - counts: What is counted, each once; what was never counted has an empty tally.
    ///   - body: Changes the tallies, which are in the order of `counts`. It is called once.
    /// - Returns: what `body` returns.
    /// - Throws: what kept the store from reading or writing; no tally is changed then.
    func update<Result: Sendable>(
        _ counts: [LimitCount],
        _ body: @Sendable (inout [LimitTally]) -> Result
    ) async throws -> Result
}
