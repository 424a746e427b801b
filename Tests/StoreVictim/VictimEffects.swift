import CharterRuntime
import CharterServer
import CharterSQLite

/// A store of SQLite that says what is done with it.
struct VictimEffects: EffectStore {
    let store: SQLiteStore
    let steps: VictimSteps

    func withTransaction<Result: Sendable>(_ body: @Sendable (VictimTransaction) async throws -> Result) async throws -> Result {
        let result = try await store.withTransaction { transaction in
            steps.come(to: "began")
            return try await body(VictimTransaction(inner: transaction, steps: steps))
        }
        steps.come(to: "committed")
        return result
    }
}

/// A transaction that says what is done with it.
struct VictimTransaction: EffectTransaction {
    let inner: SQLiteTransaction
    let steps: VictimSteps

    func update<Result: Sendable>(_ counts: [LimitCount], _ body: @Sendable (inout [LimitTally]) -> Result) async throws -> Result {
        let result = try await inner.update(counts, body)
        steps.come(to: "counted")
        return result
    }

    func record(of call: CallID) async throws -> IdempotencyRecord? {
        let record = try await inner.record(of: call)
        steps.come(to: "looked-up")
        return record
    }

    func remember(_ record: IdempotencyRecord) async throws {
        try await inner.remember(record)
        steps.come(to: "remembered")
    }

    func forgetCalls(endedBy instant: Timestamp) async throws {
        try await inner.forgetCalls(endedBy: instant)
    }
}
