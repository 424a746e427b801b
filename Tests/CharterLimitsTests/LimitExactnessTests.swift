import CharterRuntime
import Testing

@testable import CharterServer

/// Many callers at once, on a clock that is driven.
@Suite("Limits under many callers")
struct LimitExactnessTests {
    private let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_630_998))
    private let limit = CountedLimit(
        rule: LimitRule(name: "requests", allow: 100, window: .sliding(seconds: 1)),
        count: LimitCount(limit: "requests", partition: "key:a")
    )

    @Test("1,000 at once against 100 a second: exactly 100 pass")
    func atOnce() async throws {
        let counting = LimitCounting(.limited([]), clock: clock)
        let store = InMemoryLimitStore(clock: clock)
        for _ in 0..<3 {
            let passed = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<1_000 { group.addTask { try await counting.take([limit], in: store).isAllowed } }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(passed == 100)
            clock.advance(by: .seconds(1))
        }
    }

    @Test("while time passes, no second has more than 100, and none that is asked for has fewer")
    func whileTimePasses() async throws {
        let counting = LimitCounting(.limited([]), clock: clock)
        let store = InMemoryLimitStore(clock: clock)
        // 10 callers ask on and on; the clock goes on by 0.1 ms for each request, through 4 seconds.
        let instants = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for _ in 0..<10 {
                group.addTask {
                    var counted: [Int64] = []
                    for _ in 0..<4_000 {
                        counted += try await counting.take([limit], in: store).instants
                        clock.advance(by: .microseconds(100))
                    }
                    return counted
                }
            }
            return try await group.reduce([], +).sorted()
        }
        // Every window that begins with a request that passed: no other can have more.
        for (position, instant) in instants.enumerated() {
            let count = instants[position...].prefix { $0 < instant + 1_000_000_000 }.count
            #expect(count <= 100)
        }
        // 10,000 requests a second for 4 seconds: the first 100 at once, and 100 more in every second behind it.
        #expect(instants.count == 400)
    }

    @Test("one partition takes nothing from another")
    func partitions() async throws {
        let counting = LimitCounting(.limited([]), clock: clock)
        let store = InMemoryLimitStore(clock: clock)
        let passed = try await withThrowingTaskGroup(of: Bool.self) { group in
            for index in 0..<2_000 {
                var own = limit
                own.count.partition = "key:\(index % 10)"
                group.addTask { [own] in try await counting.take([own], in: store).isAllowed }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(passed == 1_000)
    }
}
