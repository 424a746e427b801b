import CharterRuntime
import CharterServer
import Testing

/// When days, months and bills begin and end.
@Suite("Windows of the calendar")
struct CalendarWindowTests {
    /// Counts at an instant and tells how long the window lasts from there, to the nanosecond.
    private func end(of window: LimitWindow, at text: String) throws -> String {
        let instant = try #require(Timestamp(text)).nanosecondsSinceEpoch
        var tally = LimitTally()
        let rule = LimitRule(name: "a", allow: 1, window: window, kind: .quota)
        #expect(tally.take(rule, at: instant).isAllowed)
        let refused = tally.take(rule, at: instant)
        let end = instant + refused.resetNanoseconds
        #expect(!tally.standing(of: rule, at: end - 1).isAllowed)
        #expect(tally.standing(of: rule, at: end).isAllowed)
        return Timestamp(nanosecondsSinceEpoch: end).description
    }

    @Test(
        "end at midnight in UTC",
        arguments: [
            ("2026-05-01T00:00:00Z", "2026-05-02T00:00:00Z"),
            ("2026-05-01T23:59:59.999999999Z", "2026-05-02T00:00:00Z"),
            ("2024-02-28T12:00:00Z", "2024-02-29T00:00:00Z"),
            ("2026-12-31T12:00:00Z", "2027-01-01T00:00:00Z"),
            // Clocks are set on this day in many places, but not in UTC.
            ("2026-03-29T00:30:00Z", "2026-03-30T00:00:00Z"),
            ("1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z"),
        ]
    )
    func days(_ instant: String, _ expected: String) throws {
        #expect(try end(of: .day, at: instant) == expected)
    }

    @Test(
        "end with the month",
        arguments: [
            ("2026-05-01T00:00:00Z", "2026-06-01T00:00:00Z"),
            ("2026-05-31T23:59:59.999999999Z", "2026-06-01T00:00:00Z"),
            ("2024-02-10T00:00:00Z", "2024-03-01T00:00:00Z"),
            ("2100-02-28T23:59:59Z", "2100-03-01T00:00:00Z"),
            ("2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z"),
            ("1969-11-30T00:00:00Z", "1969-12-01T00:00:00Z"),
        ]
    )
    func months(_ instant: String, _ expected: String) throws {
        #expect(try end(of: .month, at: instant) == expected)
    }

    @Test(
        "end with the bill, on the last day of a month that is too short",
        arguments: [
            ("2024-01-31T18:00:00Z", 1, "2024-01-31T18:00:00Z", "2024-02-29T18:00:00Z"),
            ("2024-01-31T18:00:00Z", 1, "2024-02-29T17:59:59.999999999Z", "2024-02-29T18:00:00Z"),
            ("2024-01-31T18:00:00Z", 1, "2024-02-29T18:00:00Z", "2024-03-31T18:00:00Z"),
            ("2024-01-31T18:00:00Z", 1, "2025-02-01T00:00:00Z", "2025-02-28T18:00:00Z"),
            ("2024-01-31T18:00:00Z", 1, "2024-04-30T18:00:00Z", "2024-05-31T18:00:00Z"),
            ("2024-02-29T00:00:00Z", 12, "2024-02-29T00:00:00Z", "2025-02-28T00:00:00Z"),
            ("2024-02-29T00:00:00Z", 12, "2027-03-01T00:00:00Z", "2028-02-29T00:00:00Z"),
            ("2024-11-30T06:30:00Z", 3, "2025-01-15T00:00:00Z", "2025-02-28T06:30:00Z"),
            // Before the first bill there are cycles too.
            ("2024-05-31T12:00:00Z", 1, "2024-02-29T11:00:00Z", "2024-02-29T12:00:00Z"),
            ("2026-05-15T00:00:00Z", 1, "1969-12-20T00:00:00Z", "1970-01-15T00:00:00Z"),
        ]
    )
    func bills(_ anchor: String, _ months: Int, _ instant: String, _ expected: String) throws {
        let cycle = BillingCycle(anchor: try #require(Timestamp(anchor)), months: months)
        #expect(try end(of: .billingCycle(cycle), at: instant) == expected)
    }

    @Test("of a fixed length are counted from 1970, and reach back before it")
    func fixed() throws {
        #expect(try end(of: .fixed(seconds: 3_600), at: "2026-05-01T10:23:18Z") == "2026-05-01T11:00:00Z")
        #expect(try end(of: .fixed(seconds: 7 * 86_400), at: "1970-01-03T00:00:00Z") == "1970-01-08T00:00:00Z")
        #expect(try end(of: .fixed(seconds: 60), at: "1969-12-31T23:59:30Z") == "1970-01-01T00:00:00Z")
    }

    @Test("end where 64 bits do, and no arithmetic overflows", arguments: [Int64.min, .min + 1, -1, 0, .max - 1, .max])
    func ends(_ instant: Int64) {
        let cycle = BillingCycle(anchor: Timestamp(nanosecondsSinceEpoch: .max), months: 1_200)
        let windows: [LimitWindow] = [
            .sliding(seconds: .max), .sliding(seconds: 1), .fixed(seconds: .max), .fixed(seconds: 60), .fromFirst(seconds: .max), .day,
            .month,
            .billingCycle(cycle),
        ]
        for window in windows {
            let rule = LimitRule(name: "a", allow: 1, window: window)
            var tally = LimitTally()
            #expect(tally.take(rule, at: instant).isAllowed)
            #expect(LimitTally(bytes: tally.bytes) == tally)
            tally.takeBack(rule, countedAt: instant)
            #expect(tally.isEmpty)
        }
        var tally = LimitTally()
        let bucket = LimitRule(name: "a", allow: .max, window: .sliding(seconds: .max), burst: .max)
        #expect(tally.take(bucket, at: instant).remaining == .max - 1)
        #expect(LimitTally(bytes: tally.bytes) == tally)
    }
}
