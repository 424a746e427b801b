import CharterRuntime
import CharterServer
import CharterSQLite
import GRDB
import Testing

@Suite("Repeated calls in SQLite")
struct StoredCallTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.store()
    }

    private func record(_ number: UInt8, answer: [UInt8] = [1], endsAt: Timestamp? = nil) throws -> IdempotencyRecord {
        let call = try #require(CallID(bytes: Array(repeating: number, count: 32)))
        return IdempotencyRecord(call: call, payload: [0, number], answer: answer, endsAt: endsAt)
    }

    @Test("are remembered as they were, also when the store is opened again")
    func remembering() async throws {
        let records = try [
            record(0, answer: []), record(1, answer: (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }),
            record(2, endsAt: Timestamp(secondsSinceEpoch: 1_777_630_998, nanoseconds: 1)),
            record(3, endsAt: Timestamp(secondsSinceEpoch: -62_135_596_800)),
            record(4, endsAt: Timestamp(secondsSinceEpoch: 253_402_300_799, nanoseconds: 999_999_999)),
        ]
        for record in records {
            #expect(try await store.record(of: record.call) == nil)
            try await store.remember(record)
        }
        try await store.close()
        let reopened = try folder.store()
        for record in records { #expect(try await reopened.record(of: record.call) == record) }
    }

    @Test("are remembered in place of what was remembered before")
    func replacing() async throws {
        try await store.remember(record(1, answer: [1], endsAt: Timestamp(secondsSinceEpoch: 5)))
        let later = try record(1, answer: [2])
        try await store.withTransaction { transaction in
            try await transaction.remember(later)
            #expect(try await transaction.record(of: later.call) == later)
        }
        #expect(try await store.record(of: later.call) == later)
    }

    @Test("are forgotten when their time is over, and not before")
    func forgetting() async throws {
        let end = Timestamp(secondsSinceEpoch: 1_777_630_998, nanoseconds: 500)
        let ended = try record(1, endsAt: end)
        let others = try [
            record(2, endsAt: Timestamp(secondsSinceEpoch: 1_777_630_998, nanoseconds: 501)),
            record(3, endsAt: Timestamp(secondsSinceEpoch: 10_000_000_000)), record(4),
        ]
        for record in [ended] + others { try await store.remember(record) }
        try await store.forgetCalls(endedBy: Timestamp(secondsSinceEpoch: 1_777_630_998, nanoseconds: 499))
        #expect(try await store.record(of: ended.call) == ended)
        try await store.forgetEnded(by: AdjustableClock(at: end))
        #expect(try await store.record(of: ended.call) == nil)
        for record in others { #expect(try await store.record(of: record.call) == record) }
    }

    @Test("cannot end where no text says when", arguments: [-1_000_000_000_000, -62_135_596_801, 253_402_300_800, .max] as [Int64])
    func unstorable(seconds: Int64) async throws {
        let record = try record(1, endsAt: Timestamp(secondsSinceEpoch: seconds))
        await #expect(throws: UnstorableInstant.self) { try await store.remember(record) }
        let call = record.call
        #expect(try await store.record(of: call) == nil)
    }

    @Test("whose end is damaged are an error", arguments: ["", "soon", "2026-05-01", "2026-13-01T00:00:00.000000000Z"])
    func damage(text: String) async throws {
        let record = try record(1, endsAt: Timestamp(secondsSinceEpoch: 1_777_630_998))
        try await store.remember(record)
        try await store.write { try $0.execute(sql: "UPDATE charter_calls SET ends_at = ?", arguments: [text]) }
        await #expect(throws: DamagedRow(table: "charter_calls", column: "ends_at")) { try await store.record(of: record.call) }
    }
}
