public import CharterRuntime

/// Where a server remembers how it answered calls that may be repeated.
public protocol IdempotencyStore: Sendable {
    /// What is remembered of a call; nil for one that was not made, or that is forgotten.
    ///
    /// - Throws: what kept the store from answering; the request is then answered 500.
    func record(of call: CallID) async throws -> IdempotencyRecord?

    /// Remembers a call, in place of what was remembered of it.
    ///
    /// - Throws: what kept the store from writing.
    func remember(_ record: IdempotencyRecord) async throws

    /// Forgets calls whose time is over.
    ///
    /// - Throws: what kept the store from writing.
    func forgetCalls(endedBy instant: Timestamp) async throws
}
