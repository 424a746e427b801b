import CharterRuntime
import CharterServer
import Testing

@Suite("Limits in memory")
struct InMemoryLimitStoreTests {
    private let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_630_998))
    private let rule = LimitRule(name: "a", allow: 5, window: .sliding(seconds: 10))

    private func count(_ partition: Int) -> LimitCount {
        LimitCount(limit: "a", partition: "key:\(partition)")
    }

    @discardableResult
    private func take(_ partition: Int, in store: InMemoryLimitStore) -> LimitStanding {
        let (rule, now) = (rule, clock.steadyNanoseconds)
        return store.update([count(partition)]) { $0[0].take(rule, at: now) }
    }

    @Test("hand out tallies in the order asked for, and empty ones where nothing was counted")
    func order() {
        let store = InMemoryLimitStore(clock: clock)
        take(1, in: store)
        for _ in 0..<2 { take(2, in: store) }
        let (rule, now) = (rule, clock.steadyNanoseconds)
        let remaining = store.update([count(2), count(3), count(1)]) { tallies in
            tallies.map { $0.standing(of: rule, at: now).remaining }
        }
        #expect(remaining == [3, 5, 4])
        // Those that were asked about and not counted are not kept.
        #expect(store.tallyCount == 2)
    }

    @Test("drop idle tallies little by little, while others are used, and none that still counts")
    func forgetting() {
        let store = InMemoryLimitStore(clock: clock)
        for partition in 0..<10_000 { take(partition, in: store) }
        #expect(store.tallyCount == 10_000)
        clock.advance(by: .seconds(9))
        for partition in 0..<100 { take(partition, in: store) }
        clock.advance(by: .seconds(1))
        // 9,900 have ended; each request drops two or so.
        for _ in 0..<8_000 { take(0, in: store) }
        #expect(store.tallyCount == 100)
        for partition in 1..<100 { #expect(take(partition, in: store).remaining == 3) }
        clock.advance(by: .seconds(10))
        store.forgetEnded()
        #expect(store.tallyCount == 0)
    }

    @Test("keep no tally longer for being used again and again")
    func reuse() {
        let store = InMemoryLimitStore(clock: clock)
        for _ in 0..<100 {
            for partition in 0..<50 { take(partition, in: store) }
            clock.advance(by: .seconds(7))
        }
        #expect(store.tallyCount == 50)
        clock.advance(by: .seconds(10))
        store.forgetEnded()
        #expect(store.tallyCount == 0)
    }

    @Test("keep what ends by the clock that shows less")
    func bothClocks() {
        let store = InMemoryLimitStore(clock: clock)
        take(1, in: store)
        clock.setCalendar(to: Timestamp(secondsSinceEpoch: 1_777_999_999))
        store.forgetEnded()
        #expect(store.tallyCount == 1)
    }

    @Test("are all forgotten where a demonstration begins anew")
    func forgetAll() {
        let store = InMemoryLimitStore(clock: clock)
        take(1, in: store)
        take(2, in: store)
        store.forgetAll()
        #expect(store.tallyCount == 0)
        #expect(store.update([count(1)]) { $0[0].isEmpty })
    }

    @Test("are changed by one caller at a time, several tallies at once")
    func atomic() async {
        let store = InMemoryLimitStore(clock: clock)
        let many = LimitRule(name: "a", allow: 1_000_000, window: .day)
        let now = clock.steadyNanoseconds
        await withTaskGroup { group in
            for index in 0..<200 {
                // Both orders, at the same time.
                let counts = index.isMultiple(of: 2) ? [count(1), count(2)] : [count(2), count(1)]
                group.addTask {
                    for _ in 0..<50 { store.update(counts) { tallies in for at in 0...1 { _ = tallies[at].take(many, at: now) } } }
                }
            }
        }
        let left = store.update([count(1), count(2)]) { tallies in tallies.map { $0.standing(of: many, at: now).remaining } }
        #expect(left == [990_000, 990_000])
    }
}
