import CharterRuntime
import CharterServer
import CharterSQLite
import GRDB
import Testing

@Suite("Limits in SQLite")
struct StoredLimitTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_630_998, nanoseconds: 114_000_000))
    private let counting: LimitCounting

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.store()
        counting = LimitCounting(.ofNothing, clock: clock)
    }

    private func limit(_ name: String, allow: Int, _ window: LimitWindow, burst: Int? = nil, of partition: String = "a") -> CountedLimit {
        CountedLimit(
            rule: LimitRule(name: name, allow: allow, window: window, burst: burst, kind: .quota),
            count: LimitCount(limit: name, partition: partition)
        )
    }

    private func tallies(in store: SQLiteStore) async throws -> Int? {
        try await store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM charter_tallies") }
    }

    @Test("survive a restart")
    func restart() async throws {
        let mails = limit("mails", allow: 3, .day)
        for _ in 0..<2 { #expect(try await counting.take([mails], in: store).isAllowed) }
        try await store.close()
        let reopened = try folder.store()
        #expect(try await counting.take([mails], in: reopened).isAllowed)
        #expect(try await !counting.take([mails], in: reopened).isAllowed)
    }

    @Test("are counted if the transaction is committed")
    func transaction() async throws {
        let mails = limit("mails", allow: 3, .sliding(seconds: 60))
        for isKept in [false, true, false] {
            try? await store.withTransaction { transaction in
                #expect(try await counting.take([mails], in: transaction).isAllowed)
                if !isKept { throw Failure() }
            }
        }
        #expect(try await counting.standings(with: [mails], in: store).standings.map(\.remaining) == [2])
    }

    @Test("stand as they do in memory", arguments: [1, 2, 3] as [UInt64])
    func likeInMemory(seed: UInt64) async throws {
        let memory = InMemoryLimitStore(clock: clock)
        var generator = SeededGenerator(seed: seed)
        let limits = [
            limit("sliding", allow: 3, .sliding(seconds: 10)), limit("bucket", allow: 2, .sliding(seconds: 7), burst: 5),
            limit("fixed", allow: 4, .fixed(seconds: 15)), limit("first", allow: 4, .fromFirst(seconds: 15)),
            limit("day", allow: 40, .day), limit("sliding", allow: 3, .sliding(seconds: 10), of: "b"),
        ]
        for _ in 0..<150 {
            let asked = limits.shuffled(using: &generator).prefix(Int.random(in: 1...3, using: &generator))
            let expected = try await counting.take(Array(asked), in: memory)
            let outcome =
                if Bool.random(using: &generator) {
                    try await counting.take(Array(asked), in: store)
                } else {
                    try await store.withTransaction { try await counting.take(Array(asked), in: $0) }
                }
            #expect(outcome == expected)
            clock.advance(by: .milliseconds(Int.random(in: 0...4_000, using: &generator)))
        }
    }

    @Test("are forgotten when nothing counts any more, and not before")
    func forgetting() async throws {
        for number in 0..<2_500 {
            _ = try await counting.take([limit("short", allow: 1, .sliding(seconds: 10), of: "\(number)")], in: store)
        }
        _ = try await counting.take([limit("long", allow: 1, .sliding(seconds: 11))], in: store)
        clock.advance(by: .nanoseconds(9_999_999_999))
        try await store.forgetEnded(by: clock)
        #expect(try await tallies(in: store) == 2_501)
        clock.advance(by: .nanoseconds(1))
        try await store.forgetEnded(by: clock)
        #expect(try await tallies(in: store) == 1)
        #expect(try await !counting.take([limit("long", allow: 1, .sliding(seconds: 11))], in: store).isAllowed)
    }

    @Test("do not take a name for the beginning of another")
    func cutOffNames() async throws {
        _ = try await counting.take([limit("mails", allow: 1, .day)], in: store)
        await #expect(throws: UnstorableText.self) { try await counting.take([limit("mails", allow: 1, .day, of: "a\u{0}b")], in: store) }
    }

    @Test("have no row once nothing is counted")
    func emptied() async throws {
        let mails = CountedLimit(
            rule: LimitRule(name: "mails", allow: 3, window: .sliding(seconds: 60), uncountedStatuses: [404]),
            count: LimitCount(limit: "mails", partition: "")
        )
        let outcome = try await counting.take([mails], in: store)
        #expect(try await tallies(in: store) == 1)
        _ = try await counting.takeBack(outcome, answered: 404, in: store)
        #expect(try await tallies(in: store) == 0)
    }

    @Test(
        "whose tally is damaged are an error, and nothing is counted",
        arguments: ["''", "X''", "X'ff'", "substr(tally, 2)", "tally || X'00'"]
    )
    func damage(expression: String) async throws {
        let (good, bad) = (limit("good", allow: 3, .day), limit("bad", allow: 3, .day))
        _ = try await counting.take([good, bad], in: store)
        try await store.write { database in
            try database.execute(sql: "UPDATE charter_tallies SET tally = CAST(\(expression) AS BLOB) WHERE limit_name = 'bad'")
        }
        for limits in [[good, bad], [bad, good]] {
            await #expect(throws: DamagedRow(table: "charter_tallies", column: "tally")) { try await counting.take(limits, in: store) }
        }
        #expect(try await counting.standings(with: [good], in: store).standings.map(\.remaining) == [2])
    }
}

extension APIDescription {
    /// An API that counts what tests name.
    static let ofNothing = APIDescription(
        name: "Nothing",
        title: "Nothing",
        version: "1.0.0",
        servers: [Server(name: "production", url: "https://nothing.example")],
        errors: .problem,
        endpoints: [],
        types: [:]
    )
}
