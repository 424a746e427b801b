import CharterRuntime
import CharterServer
import Synchronization

/// A store in memory that shows what is written into it.
final class WatchedEffects: EffectStore {
    let base: InMemoryEffects
    private let seen = Mutex<[IdempotencyRecord]>([])

    init(clock: any ServerClock) {
        base = InMemoryEffects(clock: clock)
    }

    /// Everything that was to be remembered.
    var records: [IdempotencyRecord] { seen.withLock(\.self) }

    func withTransaction<Result: Sendable>(_ body: @Sendable (WatchedTransaction) async throws -> Result) async throws -> Result {
        try await base.withTransaction { transaction in
            try await body(WatchedTransaction(base: transaction) { record in self.seen.withLock { $0.append(record) } })
        }
    }
}

struct WatchedTransaction: EffectTransaction {
    let base: InMemoryTransaction
    let note: @Sendable (IdempotencyRecord) -> Void

    func update<Result: Sendable>(_ counts: [LimitCount], _ body: @Sendable (inout [LimitTally]) -> Result) throws -> Result {
        try base.update(counts, body)
    }

    func record(of call: CallID) throws -> IdempotencyRecord? {
        try base.record(of: call)
    }

    func remember(_ record: IdempotencyRecord) throws {
        note(record)
        try base.remember(record)
    }

    func forgetCalls(endedBy instant: Timestamp) throws {
        try base.forgetCalls(endedBy: instant)
    }
}
