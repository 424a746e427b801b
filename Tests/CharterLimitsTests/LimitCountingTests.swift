import CharterRuntime
import CharterServer
import Testing

@Suite("Several limits at once")
struct LimitCountingTests {
    private let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_630_998, nanoseconds: 114_000_000))
    private let store: InMemoryLimitStore
    private let counting: LimitCounting
    private let short = Self.limit("short", allow: 2, .sliding(seconds: 10))
    private let long = Self.limit("long", allow: 3, .sliding(seconds: 60))

    init() {
        store = InMemoryLimitStore(clock: clock)
        counting = LimitCounting(.limited([]), clock: clock)
    }

    private static func limit(
        _ name: String,
        allow: Int,
        _ window: LimitWindow,
        burst: Int? = nil,
        _ kind: APIDescription.Limit.Kind = .throttle,
        except statuses: [Int] = []
    ) -> CountedLimit {
        CountedLimit(
            rule: LimitRule(name: name, allow: allow, window: window, burst: burst, kind: kind, uncountedStatuses: statuses),
            count: LimitCount(limit: name, partition: "key:a")
        )
    }

    private func remaining(_ limits: CountedLimit...) async throws -> [Int] {
        try await counting.standings(with: limits, in: store).standings.map(\.remaining)
    }

    @Test("count a request in all or in none")
    func allOrNone() async throws {
        for _ in 0..<2 { #expect(try await counting.take([short, long], in: store).isAllowed) }
        #expect(try await remaining(short, long) == [0, 1])
        // Refused by the short one: the long one counts nothing, in whichever order they are asked.
        #expect(try await !counting.take([long, short], in: store).isAllowed)
        #expect(try await !counting.take([short, long], in: store).isAllowed)
        #expect(try await remaining(short, long) == [0, 1])
        clock.advance(by: .seconds(10))
        #expect(try await counting.take([short, long], in: store).isAllowed)
        #expect(try await !counting.take([short, long], in: store).isAllowed)
        #expect(try await remaining(short, long) == [1, 0])
    }

    @Test("name the one that takes longest, and its wait is enough for all")
    func longest() async throws {
        _ = try await counting.take([long], in: store)
        clock.advance(by: .seconds(1))
        for _ in 0..<2 { _ = try await counting.take([short, long], in: store) }
        for order in [[short, long], [long, short]] {
            let outcome = try await counting.take(order, in: store)
            #expect(outcome.refused?.rule.name == "long")
            #expect(outcome.refused?.retryAfter == 59)
            #expect(outcome.standings.map(\.isAllowed) == [false, false])
        }
        clock.advance(by: .seconds(58))
        #expect(try await counting.take([short, long], in: store).refused?.retryAfter == 1)
        clock.advance(by: .seconds(1))
        #expect(try await counting.take([short, long], in: store).isAllowed)
    }

    @Test("take two that wait equally long in the order of the request")
    func equal() async throws {
        let other = Self.limit("other", allow: 1, .sliding(seconds: 10))
        let same = Self.limit("same", allow: 1, .sliding(seconds: 10))
        _ = try await counting.take([other, same], in: store)
        #expect(try await counting.take([other, same], in: store).refused?.rule.name == "other")
        #expect(try await counting.take([same, other], in: store).refused?.rule.name == "same")
    }

    @Test("let pass what nothing counts")
    func none() async throws {
        let outcome = try await counting.take([], in: store)
        #expect(outcome.isAllowed && outcome.standings.isEmpty)
        #expect(store.tallyCount == 0)
    }

    @Test("go by their own clocks: quotas by the calendar's, throttles by the one that nobody sets")
    func clocks() async throws {
        let throttle = Self.limit("throttle", allow: 1, .fixed(seconds: 86_400))
        let quota = Self.limit("quota", allow: 1, .day, .quota)
        #expect(try await counting.take([throttle, quota], in: store).isAllowed)
        // Noon of the next day, as somebody sets it.
        clock.setCalendar(to: Timestamp(secondsSinceEpoch: 1_777_723_200))
        let standings = try await counting.standings(with: [throttle, quota], in: store).standings
        #expect(standings.map(\.isAllowed) == [false, true])
    }

    @Test("take back what has a status that is not counted, in those alone that say so")
    func takenBack() async throws {
        let found = Self.limit("found", allow: 2, .fixed(seconds: 3_600), except: [404, 410])
        let bucket = Self.limit("bucket", allow: 1, .sliding(seconds: 60), burst: 2, except: [404])
        let outcome = try await counting.take([found, bucket, long], in: store)
        #expect(outcome.standings.map(\.remaining) == [1, 1, 2])
        #expect(try await counting.takeBack(outcome, answered: 200, in: store) == outcome)
        let after = try await counting.takeBack(outcome, answered: 404, in: store)
        #expect(after.standings.map(\.remaining) == [2, 2, 2])
        #expect(try await remaining(found, bucket, long) == [2, 2, 2])
        let second = try await counting.take([found, bucket, long], in: store)
        #expect(try await counting.takeBack(second, answered: 410, in: store).standings.map(\.remaining) == [2, 1, 1])
    }

    @Test("take nothing back of what was refused")
    func refusedIsNotTakenBack() async throws {
        let found = Self.limit("found", allow: 1, .sliding(seconds: 60), except: [429])
        _ = try await counting.take([found], in: store)
        let refused = try await counting.take([found], in: store)
        _ = try await counting.takeBack(refused, answered: 429, in: store)
        #expect(try await remaining(found) == [0])
    }

    @Test("take back nothing of a later window")
    func takenBackLate() async throws {
        let found = Self.limit("found", allow: 2, .fromFirst(seconds: 10), except: [404])
        let first = try await counting.take([found], in: store)
        clock.advance(by: .seconds(10))
        _ = try await counting.take([found], in: store)
        _ = try await counting.takeBack(first, answered: 404, in: store)
        #expect(try await remaining(found) == [1])
    }

    @Test("hold for one that allows less now, until enough is over")
    func lowered() async throws {
        let many = Self.limit("long", allow: 5, .sliding(seconds: 60))
        for _ in 0..<5 {
            _ = try await counting.take([many], in: store)
            clock.advance(by: .seconds(1))
        }
        // 3 of 5 must be over before fewer than 3 are left.
        let refused = try await counting.take([long], in: store).refused
        #expect(refused?.remaining == 0)
        #expect(refused?.retryAfter == 57)
        clock.advance(by: .seconds(57))
        #expect(try await counting.take([long], in: store).remaining == [0])
    }
}

extension LimitOutcome {
    fileprivate var remaining: [Int] { standings.map(\.remaining) }
}
