import CharterRuntime
import CharterServer
import CharterSQLite
import Foundation
import GRDB
import Testing

/// A server with generated routes that is killed while it answers, started again, and called again with the same idempotency key.
@Suite("A killed server", .timeLimit(.minutes(30)))
struct ServedCrashTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// What the calls left behind.
    private struct Remains {
        /// The number of each message, and its identifier.
        var messages: [(call: Int, id: String)]
        var records: Int
        var counted: Int
    }

    private func remains() async throws -> Remains {
        let store = try SQLiteStore(path: folder.database)
        let (messages, records, partitions) = try await store.read { database in
            (
                try Row.fetchAll(database, sql: "SELECT call, id FROM messages ORDER BY call").map {
                    (call: $0["call"] as Int, id: $0["id"] as String)
                },
                try Int.fetchOne(database, sql: "SELECT count(*) FROM charter_calls") ?? 0,
                try String.fetchAll(database, sql: "SELECT partition_name FROM charter_tallies")
            )
        }
        #expect(partitions.count <= 1)
        let rule = LimitRule(name: "messages", allow: 10_000, window: .day, kind: .quota)
        let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_593_600))
        let limit = CountedLimit(rule: rule, count: LimitCount(limit: "messages", partition: partitions.first ?? ""))
        let standing = try await LimitCounting(.ofNothing, clock: clock).standings(with: [limit], in: store).standings[0]
        #expect(try await store.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
        try await store.close()
        return Remains(messages: messages, records: records, counted: 10_000 - standing.remaining)
    }

    /// Serves the calls of some numbers, and looks at what is there: each call whole and once, and each answer the one that was given first.
    private func serve(_ arguments: [String], killAfter lines: Int? = nil) async throws -> (ending: VictimProcess.Ending, last: Int) {
        let ending = try await VictimProcess(arguments: [folder.database, "requests"] + arguments).run(killAfter: lines)
        let remains = try await remains()
        let last = remains.messages.last?.call ?? 0
        #expect(remains.messages.map(\.call) == Array(1...max(1, last)).prefix(last).map(\.self))
        #expect((remains.records, remains.counted) == (last, last))
        for line in ending.lines where line.hasPrefix("answered ") {
            let words = line.split(separator: " ").map(String.init)
            let number = try #require(words.count == 4 ? Int(words[1]) : nil, "\(line)")
            #expect(words[2] == "201")
            #expect(remains.messages.first { $0.call == number }?.id == words[3])
        }
        return (ending, last)
    }

    /// The steps of a call that is made for the first time, in their order.
    private static let points = ["began", "looked-up", "counted", "called", "written", "remembered", "committed", "answered"]

    @Test("has done a call whole or not at all at each step, and does it once when it is called again")
    func points() async throws {
        var last = 0
        for point in Self.points {
            let next = last + 1
            let (ending, after) = try await serve(["\(next)", "\(next)", point, "\(next)"])
            #expect(ending.wasKilled)
            let steps = ending.lines.compactMap { $0.split(separator: " ").first.map(String.init) }
            #expect(steps == Array(Self.points.prefix { $0 != point }) + [point])
            let isDone = ["committed", "answered"].contains(point)
            #expect(after == (isDone ? next : last))
            // The same call again, twice: it is done at the first time, unless it was done before.
            for isRepeated in [isDone, true] {
                let (again, done) = try await serve(["\(next)", "\(next)"])
                #expect(again.status == 0 && done == next)
                #expect(again.lines.contains("called \(next)") == !isRepeated)
            }
            last = next
        }
    }

    /// How often a server is killed; `CRASHES=1000` makes the test longer.
    private static let crashes = ProcessInfo.processInfo.environment["CRASHES"].flatMap(Int.init) ?? 12

    @Test("has done a call whole or not at all, at whichever moment it is killed")
    func moments() async throws {
        var generator = SeededGenerator(seed: 7)
        var last = 0
        for _ in 0..<Self.crashes {
            // It begins with the call of which it is not known how it was answered.
            let (ending, after) = try await serve(["\(max(1, last))", "9000"], killAfter: Int.random(in: 1...40, using: &generator))
            #expect(ending.wasKilled)
            #expect(after >= last)
            last = after
        }
        #expect(last > 0)
    }
}
