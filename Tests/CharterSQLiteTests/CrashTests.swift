import CharterRuntime
import CharterServer
import CharterSQLite
import Foundation
import GRDB
import RunningPrograms
import Testing

@Suite("A killed process", .timeLimit(.minutes(30)))
struct CrashTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// What the transactions of calls left behind.
    private struct Remains: Equatable {
        var effects: [Int]
        var records: [Int]
        var counted: Int
    }

    /// Opens the store as a server does that starts again.
    private func remains() async throws -> Remains {
        let store = try SQLiteStore(path: folder.database)
        let (effects, records) = try await store.read { database in
            (
                try Int.fetchAll(database, sql: "SELECT call FROM effects ORDER BY call"),
                try Data.fetchAll(database, sql: "SELECT call FROM charter_calls ORDER BY call").map { call in
                    call.suffix(4).reduce(0) { $0 << 8 | Int($1) }
                }
            )
        }
        let rule = LimitRule(name: "calls", allow: 1_000_000, window: .day, kind: .quota)
        let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_630_998))
        let partitions = try await store.read { try String.fetchAll($0, sql: "SELECT partition_name FROM charter_tallies") }
        #expect(partitions.count <= 1)
        let count = LimitCount(limit: "calls", partition: partitions.first ?? "")
        let standing = try await LimitCounting(.ofNothing, clock: clock)
            .standings(with: [CountedLimit(rule: rule, count: count)], in: store)
            .standings[0]
        #expect(try await store.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
        try await store.close()
        return Remains(effects: effects, records: records, counted: 1_000_000 - standing.remaining)
    }

    /// Looks at what is there: each call up to some number whole and once, nothing of others, and all that was said to be committed.
    private func check(_ ending: ProgramEnding, after before: Int) async throws -> Int {
        let remains = try await remains()
        let last = remains.effects.last ?? 0
        let all = Array(1...max(1, last)).prefix(last)
        #expect(remains == Remains(effects: Array(all), records: Array(all), counted: last))
        let committed = ending.lines.filter { $0.hasPrefix("committed ") }.compactMap { Int($0.dropFirst(10)) }.max() ?? before
        // Of the call that was not answered it is not known whether it was committed.
        #expect((committed...committed + 1).contains(last))
        return last
    }

    @Test("leaves a call whole or not at all, wherever it stood in its transaction")
    func points() async throws {
        var last = 0
        for point in ["began", "written", "remembered", "counted", "committed", "began", "counted"] {
            let next = last + 2
            // Calls that were answered are made again: they have no second effect.
            let victim = VictimProcess(arguments: [folder.database, "calls", "\(max(1, last - 1))", "\(next)", point, "\(next)"])
            let ending = try await victim.run()
            #expect(ending.signal == SIGKILL)
            #expect(ending.lines.last == "\(point) \(next)")
            last = try await check(ending, after: last)
            #expect(last == (point == "committed" ? next : next - 1))
        }
    }

    /// How often a process is killed; `CRASHES=1000` makes the test longer.
    private static let crashes = ProcessInfo.processInfo.environment["CRASHES"].flatMap(Int.init) ?? 20

    @Test("leaves a call whole or not at all, at whichever moment it is killed")
    func moments() async throws {
        var generator = SeededGenerator(seed: 1)
        var last = 0
        for _ in 0..<Self.crashes {
            let victim = VictimProcess(arguments: [folder.database, "calls", "\(max(1, last))", "1000000"])
            let ending = try await victim.run(killAfter: Int.random(in: 1...30, using: &generator))
            #expect(ending.signal == SIGKILL)
            last = try await check(ending, after: last)
        }
        #expect(last > 0)
    }

    @Test("or not: two that write at the same time lose nothing")
    func twoProcesses() async throws {
        let victim = VictimProcess(arguments: [folder.database, "additions", "50"])
        async let one = victim.run()
        async let other = victim.run()
        #expect(try await [one.status, other.status] == [0, 0])
        let sum = try await SQLiteStore(path: folder.database).read { try Int.fetchOne($0, sql: "SELECT sum FROM sums") }
        #expect(sum == 100)
    }
}
