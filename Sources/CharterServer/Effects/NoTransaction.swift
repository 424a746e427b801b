public import CharterRuntime

/// The transaction of a server that has no handler with one: there is no such value.
public enum NoTransaction: EffectTransaction {
    /// Cannot be called.
    public func update<Result: Sendable>(_ counts: [LimitCount], _ body: @Sendable (inout [LimitTally]) -> Result) -> Result {
        switch self {}
    }

    /// Cannot be called.
    public func record(of call: CallID) -> IdempotencyRecord? {
        switch self {}
    }

    /// Cannot be called.
    public func remember(_ record: IdempotencyRecord) {
        switch self {}
    }

    /// Cannot be called.
    public func forgetCalls(endedBy instant: Timestamp) {
        switch self {}
    }
}
