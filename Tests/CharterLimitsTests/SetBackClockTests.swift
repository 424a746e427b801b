import CharterServer
import Testing

/// Quotas go by the calendar's clock, which somebody can set back.
@Suite("A clock that is set back")
struct SetBackClockTests {
    private static let hour: Int64 = 3_600_000_000_000
    private static let start: Int64 = 1_777_630_998_114_000_000

    static let rules: [LimitRule] = [
        LimitRule(name: "a", allow: 2, window: .sliding(seconds: 3_600)),
        LimitRule(name: "a", allow: 2, window: .fixed(seconds: 3_600)),
        LimitRule(name: "a", allow: 2, window: .fromFirst(seconds: 3_600)),
        LimitRule(name: "a", allow: 2, window: .sliding(seconds: 3_600), burst: 2),
    ]

    @Test("lets nothing pass a second time", arguments: rules, [1, 60, 3_599, 3_601, 7_200, 86_400, 40_000_000])
    func noMore(_ rule: LimitRule, _ seconds: Int64) {
        var tally = LimitTally()
        #expect(tally.take(rule, at: Self.start).isAllowed)
        #expect(tally.take(rule, at: Self.start).isAllowed)
        #expect(!tally.take(rule, at: Self.start - seconds * 1_000_000_000).isAllowed)
    }

    @Test("keeps nobody waiting longer than two windows", arguments: rules, [1, 60, 3_599, 3_601, 7_200, 86_400, 40_000_000])
    func noLonger(_ rule: LimitRule, _ seconds: Int64) throws {
        var tally = LimitTally()
        for _ in 0..<2 { _ = tally.take(rule, at: Self.start) }
        let now = Self.start - seconds * 1_000_000_000
        let wait = try #require(tally.take(rule, at: now).retryAfter)
        #expect(wait <= 7_200)
        // What is told still holds.
        #expect(tally.standing(of: rule, at: now + Int64(wait) * 1_000_000_000).isAllowed)
        #expect(wait == 1 || !tally.standing(of: rule, at: now + Int64(wait - 1) * 1_000_000_000).isAllowed)
    }

    @Test("by a moment, as two processes can have it, leaves windows exact", arguments: [1, 1_000_000, 999_999_999])
    func moments(_ difference: Int64) {
        let rule = LimitRule(name: "a", allow: 3, window: .sliding(seconds: 3_600))
        var tally = LimitTally()
        _ = tally.take(rule, at: Self.start)
        // It is counted as late as the one before.
        _ = tally.take(rule, at: Self.start - difference)
        _ = tally.take(rule, at: Self.start)
        #expect(!tally.standing(of: rule, at: Self.start + Self.hour - 1).isAllowed)
        #expect(tally.standing(of: rule, at: Self.start + Self.hour).remaining == 3)
    }
}
