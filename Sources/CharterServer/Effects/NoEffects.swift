/// Stands for a store where none of the handlers is written that would write into one: what would begin a transaction is answered 501.
public struct NoEffects: EffectStore {
    /// Creates it.
    public init() {}

    /// Begins nothing.
    ///
    /// - Throws: ``Refusal/notImplemented``
    public func withTransaction<Result: Sendable>(_ body: @Sendable (NoTransaction) async throws -> Result) throws -> Result {
        throw Refusal.notImplemented
    }
}
