import CharterRuntime
import Synchronization

/// Effects, keys, counts and answers of calls that are gone when the process ends: for tests and demonstrations.
///
/// One transaction runs at a time, in the order in which they are begun; what keeps its own data in memory changes it by ``InMemoryTransaction/afterCommit(_:)``.
public final class InMemoryEffects: EffectStore {
    /// The transactions that the present task is in, or the one that started it; some may be over since.
    @TaskLocal private static var enclosing: [InMemoryTransaction] = []

    /// Whether every key in the store ends in a checksum, as far as the form of its kind leaves room for it.
    public let holdsChecksummedKeysOnly: Bool
    let limits: InMemoryLimitStore
    let kept = Mutex(Kept())
    private let turns = TurnQueues<Line>()

    /// What is committed, beside counts.
    struct Kept: Sendable {
        var keys = KeyTable()
        var calls = KeptCalls()
    }

    private enum Line: Hashable {
        case only
    }

    /// Creates a store in which nothing is kept.
    ///
    /// - Parameters:
    ///   - clock: The clock by which counts end: that of the server.
    ///   - holdsChecksummedKeysOnly: Whether mistyped and invented keys are refused before they are looked up; true only where a ``KeyIssuer`` makes every key.
    public init(clock: any ServerClock = SystemClock(), holdsChecksummedKeysOnly: Bool = false) {
        limits = InMemoryLimitStore(clock: clock)
        self.holdsChecksummedKeysOnly = holdsChecksummedKeysOnly
    }

    /// How many calls are remembered, those included whose time is over and that nobody asked for since.
    public var callCount: Int { kept.withLock { $0.calls.count } }

    /// Runs something in a transaction, which is committed when it returns and undone when it throws.
    ///
    /// A task that is cancelled while it waits for its turn leaves the queue; within `body`, cancellation does nothing by itself.
    ///
    /// - Throws: what `body` throws; ``TransactionFault/nested`` within another transaction of the store.
    public func withTransaction<Result: Sendable>(
        _ body: @Sendable (InMemoryTransaction) async throws -> Result
    ) async throws -> Result {
        // Waiting here for a transaction that waits for this would never end.
        guard !Self.enclosing.contains(where: { $0.isAwaited(in: self) }) else { throw TransactionFault.nested }
        try await turns.enter(.only)
        defer { turns.leave(.only) }
        let transaction = InMemoryTransaction(of: self)
        defer {
            transaction.end()
            transaction.leave()
        }
        return try await Self.$enclosing.withValue(Self.enclosing.filter(\.isAwaited) + [transaction]) {
            let result = try await body(transaction)
            for work in commit(transaction.end()) { await work() }
            return result
        }
    }

    private func commit(_ changes: InMemoryTransaction.Changes) -> [@Sendable () async -> Void] {
        limits.update(Array(changes.tallies.keys)) { [tallies = Array(changes.tallies.values)] in $0 = tallies }
        kept.withLock { kept in
            for change in changes.keyChanges { change(&kept.keys) }
            for record in changes.calls.values { kept.calls.remember(record) }
            if let instant = changes.forgottenBy { kept.calls.forget(endedBy: instant) }
        }
        return changes.works
    }
}
