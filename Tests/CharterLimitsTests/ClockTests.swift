import CharterRuntime
import CharterServer
import Testing

@Suite("Clocks")
struct ClockTests {
    private let start = Timestamp(secondsSinceEpoch: 1_000)

    @Test("of the machine: the steady one begins at the calendar's instant and never goes back")
    func system() {
        let clock = SystemClock()
        var last = clock.steadyNanoseconds
        for _ in 0..<10_000 {
            let next = SystemClock().steadyNanoseconds
            #expect(next >= last)
            last = next
        }
        // Both were the same when the process began; a day between them would be a fault of units.
        #expect(abs(clock.now.nanosecondsSinceEpoch - clock.steadyNanoseconds) < 86_400_000_000_000)
    }

    @Test("that are driven stand still until they are advanced")
    func adjustable() {
        let clock = AdjustableClock(at: start)
        #expect(clock.now == start)
        #expect(clock.steadyNanoseconds == 1_000_000_000_000)
        clock.advance(by: .nanoseconds(1_500_000_001))
        #expect(clock.now == Timestamp(secondsSinceEpoch: 1_001, nanoseconds: 500_000_001))
        #expect(clock.steadyNanoseconds == 1_001_500_000_001)
        clock.setCalendar(to: Timestamp(secondsSinceEpoch: 5))
        #expect(clock.now == Timestamp(secondsSinceEpoch: 5))
        #expect(clock.steadyNanoseconds == 1_001_500_000_001)
    }

    @Test("that are driven by many at once lose no time")
    func parallel() async {
        let clock = AdjustableClock(at: start)
        await withTaskGroup { group in
            for _ in 0..<100 { group.addTask { for _ in 0..<100 { clock.advance(by: .milliseconds(1)) } } }
        }
        #expect(clock.now == Timestamp(secondsSinceEpoch: 1_010))
        #expect(clock.steadyNanoseconds == 1_010_000_000_000)
    }

    @Test(
        "tell instants in nanoseconds since 1970",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59.999999999Z", -1), ("2026-05-01T10:23:18.114Z", 1_777_630_998_114_000_000),
            ("1969-12-31T23:59:58.5Z", -1_500_000_000),
        ] as [(String, Int64)]
    )
    func nanoseconds(_ text: String, _ expected: Int64) throws {
        let instant = try #require(Timestamp(text))
        #expect(instant.nanosecondsSinceEpoch == expected)
        #expect(Timestamp(nanosecondsSinceEpoch: expected) == instant)
    }

    @Test("take instants that 64 bits cannot say for the nearest")
    func saturated() throws {
        #expect(try #require(Timestamp("9999-12-31T23:59:59Z")).nanosecondsSinceEpoch == .max)
        #expect(try #require(Timestamp("0001-01-01T00:00:00Z")).nanosecondsSinceEpoch == .min)
    }
}
