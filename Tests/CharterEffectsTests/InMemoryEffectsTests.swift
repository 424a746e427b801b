import CharterRuntime
import CharterServer
import Synchronization
import Testing

/// Transactions in memory.
@Suite("A transaction in memory")
struct InMemoryEffectsTests {
    private struct Undone: Error {}

    private let effects = InMemoryEffects(clock: AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_593_600)))
    private let count = LimitCount(limit: "notes", partition: "tenant:a")
    private let rule = LimitRule(name: "notes", allow: 10, window: .sliding(seconds: 60))
    private let now = Timestamp(secondsSinceEpoch: 1_777_593_600).nanosecondsSinceEpoch

    /// Does a bit of everything.
    private func change(_ transaction: InMemoryTransaction, _ number: UInt8, noting done: @escaping @Sendable () -> Void) throws {
        let call = try #require(CallID(bytes: Array(repeating: number, count: 32)))
        try transaction.remember(IdempotencyRecord(call: call, payload: [1], answer: [2], endsAt: nil))
        try transaction.insert(StoredKey(id: "\(number)", kind: nil, scopes: [], tenant: "a"), hashed: KeyHash(of: "\(number)"))
        _ = try transaction.update([count]) { [rule, now] in $0[0].take(rule, at: now).remaining }
        try transaction.afterCommit(done)
        // It sees its own work.
        #expect(try transaction.record(of: call) != nil)
        #expect(try transaction.key(id: "\(number)", of: "a") != nil)
    }

    private func remaining() async throws -> Int {
        try await effects.withTransaction { try $0.update([count]) { [rule, now] in $0[0].standing(of: rule, at: now).remaining } }
    }

    @Test("may be begun by what an earlier one has left running", .timeLimit(.minutes(5)))
    func leftRunning() async throws {
        let (over, continuation) = AsyncStream.makeStream(of: Void.self)
        let later = try await effects.withTransaction { [effects] _ in
            Task {
                for await _ in over {}
                return try await effects.withTransaction { _ in true }
            }
        }
        continuation.finish()
        #expect(try await later.value)
    }

    @Test("cannot be begun by what is done behind the commit of another", .timeLimit(.minutes(5)))
    func behindCommit() async throws {
        let seen = Seen()
        try await effects.withTransaction { [effects] transaction in
            try transaction.afterCommit {
                do {
                    try await effects.withTransaction { _ in }
                } catch {
                    seen.add(error as? TransactionFault == .nested ? 1 : 2)
                }
            }
        }
        #expect(seen.all == [1])
    }

    @Test("is committed as a whole when it returns, and undone as a whole when it throws")
    func wholes() async throws {
        let seen = Seen()
        await #expect(throws: Undone.self) {
            try await effects.withTransaction { transaction in
                try change(transaction, 1) { seen.add(1) }
                throw Undone()
            }
        }
        let call = try #require(CallID(bytes: Array(repeating: 1, count: 32)))
        #expect(try await effects.withTransaction { try $0.record(of: call) } == nil)
        #expect(effects.key(hashed: KeyHash(of: "1")) == nil && effects.callCount == 0)
        #expect(try await remaining() == 10 && seen.all.isEmpty)
        try await effects.withTransaction { transaction in
            try change(transaction, 1) { seen.add(1) }
            #expect(effects.key(hashed: KeyHash(of: "1")) == nil && seen.all.isEmpty)
        }
        #expect(try await effects.withTransaction { try $0.record(of: call) } != nil)
        #expect(effects.key(hashed: KeyHash(of: "1"))?.id == "1" && effects.callCount == 1)
        #expect(try await remaining() == 9 && seen.all == [1])
    }

    @Test("keeps what is noted of keys meanwhile")
    func notedUses() async throws {
        try await effects.insert(StoredKey(id: "1", kind: nil, scopes: [], tenant: "a"), hashed: KeyHash(of: "1"))
        let instant = Timestamp(secondsSinceEpoch: 7)
        try await effects.withTransaction { transaction in
            _ = try transaction.revokeKey(id: "1", of: .tenant("a"), at: instant)
            await effects.noteUse(ofKey: "1", at: instant)
        }
        #expect(effects.key(id: "1", of: "a")?.lastUsedAt == instant && effects.key(id: "1", of: "a")?.revokedAt == instant)
    }

    @Test("takes keys back for their owner, and undoes that")
    func revocation() async throws {
        try await effects.insert(StoredKey(id: "1", kind: nil, scopes: [], tenant: "a"), hashed: KeyHash(of: "1"))
        let instant = Timestamp(secondsSinceEpoch: 7)
        await #expect(throws: Refusal.notFound) {
            try await effects.withTransaction { transaction in
                #expect(try transaction.revokeKey(id: "1", of: .anyone, at: instant) != nil)
                throw Refusal.notFound
            }
        }
        #expect(try await effects.revokeKey(id: "1", of: .nobody, at: instant) == nil)
        #expect(effects.key(id: "1", of: "a")?.revokedAt == nil)
        #expect(try await effects.revokeKey(id: "1", of: .anyone, at: instant)?.revokedAt == instant)
    }

    @Test("runs alone, in the order in which it was begun, its work behind the commit included")
    func order() async throws {
        let (seen, gate) = (Seen(), Gate())
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await effects.withTransaction { transaction in
                    try transaction.afterCommit { seen.add(1) }
                    await gate.pass()
                }
            }
            await gate.arrival()
            group.addTask { try await effects.withTransaction { _ in seen.add(2) } }
            gate.open()
            try await group.waitForAll()
        }
        #expect(seen.all == [1, 2])
    }

    @Test("is refused within another one, and when it is over")
    func faults() async throws {
        await #expect(throws: TransactionFault.nested) {
            try await effects.withTransaction { _ in try await effects.withTransaction { _ in } }
        }
        let ended = try await effects.withTransaction { $0 }
        #expect(throws: TransactionFault.ended) { try ended.afterCommit {} }
        #expect(throws: TransactionFault.ended) { try ended.keys(of: nil, OffsetPage(limit: 1, offset: 0)) }
        // Another store's is another matter, and so is the next one.
        let other = InMemoryEffects()
        try await effects.withTransaction { _ in try await other.withTransaction { _ in } }
    }

    @Test("is not begun in a task that is cancelled while it waits, and lets the others through")
    func cancellation() async throws {
        let gate = Gate()
        let first = Task { try await effects.withTransaction { _ in await gate.pass() } }
        await gate.arrival()
        let second = Task { try await effects.withTransaction { _ in Issue.record("It was cancelled.") } }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        gate.open()
        try await first.value
        try await effects.withTransaction { _ in }
    }
}

/// What happened, in order.
private final class Seen: Sendable {
    private let events = Mutex<[Int]>([])

    var all: [Int] { events.withLock(\.self) }

    func add(_ event: Int) {
        events.withLock { $0.append(event) }
    }
}
