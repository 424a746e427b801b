/// Where the effects of calls are kept, together with what the API promises about them.
///
/// A handler's effect, the record by which a repeated call is known, and the quota that it uses are written in one transaction: whatever happens, either all
/// of them are there or none.
public protocol EffectStore<Transaction>: Sendable {
    /// What handlers write their effects with.
    associatedtype Transaction: EffectTransaction

    /// Runs something in a transaction, which is committed when it returns and undone when it throws.
    ///
    /// Transactions do not see each other's work until it is committed. Nothing that waits for another transaction may run in one.
    ///
    /// - Throws: what `body` throws; what kept the store from committing.
    func withTransaction<Result: Sendable>(_ body: @Sendable (Transaction) async throws -> Result) async throws -> Result
}

/// A transaction of an ``EffectStore``, open until the call that it belongs to has been answered.
public protocol EffectTransaction: LimitStore, IdempotencyStore {}
