public import CharterRuntime
import Synchronization

/// A transaction of ``InMemoryEffects``.
///
/// A handler that keeps data of its own in memory looks at it and decides in the transaction, and has it changed once everything is committed:
///
///     func sendMessage(_ input: SendMessage.Input, caller: Caller, in transaction: InMemoryTransaction) async throws -> Message {
///         let message = try Message(input.body)
///         try transaction.afterCommit { await self.keep(message) }
///         return message
///     }
public final class InMemoryTransaction: EffectTransaction {
    private let store: InMemoryEffects
    private let changes = Mutex(Changes?.some(Changes()))
    private let holdsTurn = Atomic(true)

    /// What is to be committed.
    struct Changes: Sendable {
        var tallies: [LimitCount: LimitTally] = [:]
        var calls: [CallID: IdempotencyRecord] = [:]
        var forgottenBy: Timestamp?
        /// The keys as the transaction sees them; nil while it has changed none.
        var keys: KeyTable?
        /// What was done to the keys: uses of others are noted meanwhile, without a transaction.
        var keyChanges: [@Sendable (inout KeyTable) -> Void] = []
        var works: [@Sendable () async -> Void] = []
    }

    init(of store: InMemoryEffects) {
        self.store = store
    }

    /// Has something done once the transaction is committed, and not if it is undone.
    ///
    /// It is done before another transaction begins, and before the call is answered; several are done in order.
    ///
    /// - Throws: ``TransactionFault/ended``
    public func afterCommit(_ work: @escaping @Sendable () async -> Void) throws {
        try access { $0.works.append(work) }
    }

    /// Changes some tallies.
    ///
    /// - Throws: ``TransactionFault/ended``
    public func update<Result: Sendable>(
        _ counts: [LimitCount],
        _ body: @Sendable (inout [LimitTally]) -> Result
    ) throws -> Result {
        try access { changes in
            var tallies = counts.map { count in changes.tallies[count] ?? store.limits.update([count]) { $0[0] } }
            let result = body(&tallies)
            for (count, tally) in zip(counts, tallies) { changes.tallies[count] = tally }
            return result
        }
    }

    /// What is remembered of a call, or nil.
    ///
    /// - Throws: ``TransactionFault/ended``
    public func record(of call: CallID) throws -> IdempotencyRecord? {
        try access { changes in changes.calls[call] ?? store.kept.withLock { $0.calls[call] } }
    }

    /// Remembers a call.
    ///
    /// - Throws: ``TransactionFault/ended``
    public func remember(_ record: IdempotencyRecord) throws {
        try access { $0.calls[record.call] = record }
    }

    /// Forgets calls whose time is over, with the commit.
    ///
    /// - Throws: ``TransactionFault/ended``
    public func forgetCalls(endedBy instant: Timestamp) throws {
        try access { $0.forgottenBy = max($0.forgottenBy ?? instant, instant) }
    }

    /// Lets the next one have its turn, now that all is done that was to be done behind the commit.
    func leave() {
        holdsTurn.store(false, ordering: .releasing)
    }

    /// Whether others wait for it: also behind its commit, as long as something is done there.
    var isAwaited: Bool { holdsTurn.load(ordering: .acquiring) }

    func isAwaited(in store: InMemoryEffects) -> Bool {
        self.store === store && isAwaited
    }

    /// Ends the transaction.
    ///
    /// - Returns: what it would commit; nothing if it had ended.
    @discardableResult
    func end() -> Changes {
        changes.withLock { $0.take() } ?? Changes()
    }

    private func access<Result>(_ body: (inout Changes) throws -> sending Result) throws -> sending Result {
        try changes.withLock { changes in
            guard var current = changes.take() else { throw TransactionFault.ended }
            defer { changes = current }
            return try body(&current)
        }
    }
}

extension InMemoryTransaction: KeyRegistry {
    /// Whether every key in the store ends in a checksum.
    public var holdsChecksummedKeysOnly: Bool { store.holdsChecksummedKeysOnly }

    /// Writes a key as it is: what the API's description allows is the business of ``KeyIssuer``.
    public func insert(_ key: StoredKey, hashed hash: KeyHash) throws {
        try access { changes in
            var keys = changes.keys ?? store.keys
            try keys.insert(key, hashed: hash)
            changes.keys = keys
            // Nobody else inserts meanwhile: it succeeds as it did just now.
            changes.keyChanges.append { try? $0.insert(key, hashed: hash) }
        }
    }

    /// Takes a key back; nil if the owner has none with that identifier.
    public func revokeKey(id: String, of owner: KeyOwner, at instant: Timestamp) throws -> StoredKey? {
        try access { changes in
            var keys = changes.keys ?? store.keys
            let key = keys.revokeKey(id: id, of: owner, at: instant)
            changes.keys = keys
            changes.keyChanges.append { _ = $0.revokeKey(id: id, of: owner, at: instant) }
            return key
        }
    }

    /// The key with that identifier, or nil.
    public func key(id: String, of tenant: String?) throws -> StoredKey? {
        try access { ($0.keys ?? store.keys).key(id: id, of: tenant) }
    }

    /// A part of the keys of a tenant and their number.
    public func keys(of tenant: String?, _ page: OffsetPage) throws -> Page<StoredKey> {
        try access { ($0.keys ?? store.keys).keys(of: tenant, page) }
    }
}
