import CharterServer
import Foundation

/// What a limit should do, said as simply as can be: it keeps every instant that was ever counted, and counts them anew for each question.
struct LimitModel {
    /// What was counted, in the order of time.
    private var counted: [Int64] = []
    /// Of a window from the first: when the last one began, as long as something is counted in it.
    private var first: Int64?

    /// Whether one more may pass at an instant that is not before any other.
    func passes(_ rule: LimitRule, at now: Int64) -> Bool {
        if let burst = rule.burst, case .sliding(let seconds) = rule.window {
            return fits(bucketOf: burst, allow: rule.allow, period: Int64(seconds) * 1_000_000_000, at: now)
        }
        return counted.reversed().prefix { isInWindow($0, rule.window, of: now) }.count < rule.allow
    }

    /// How many would pass at an instant, one after the other.
    func remaining(_ rule: LimitRule, at now: Int64) -> Int {
        var later = self
        var count = 0
        while later.passes(rule, at: now) {
            later.count(rule, at: now)
            count += 1
        }
        return count
    }

    mutating func count(_ rule: LimitRule, at now: Int64) {
        if case .fromFirst(let seconds) = rule.window, first.map({ now - $0 >= Int64(seconds) * 1_000_000_000 }) ?? true { first = now }
        counted.append(now)
    }

    /// - Returns: an instant that was counted, or nil.
    func recent(_ position: Int) -> Int64? {
        position < counted.count ? counted[counted.count - 1 - position] : nil
    }

    mutating func takeBack(_ instant: Int64) {
        guard let index = counted.lastIndex(of: instant) else { return }
        counted.remove(at: index)
        if let first, counted.last ?? .min < first { self.first = nil }
    }

    private func isInWindow(_ instant: Int64, _ window: LimitWindow, of now: Int64) -> Bool {
        switch window {
        case .sliding(let seconds): now - instant < Int64(seconds) * 1_000_000_000
        case .fixed(let seconds): instant / 1_000_000_000 / Int64(seconds) == now / 1_000_000_000 / Int64(seconds)
        case .fromFirst(let seconds): first.map { instant >= $0 && now - $0 < Int64(seconds) * 1_000_000_000 } ?? false
        case .day: Self.calendar.isDate(date(instant), inSameDayAs: date(now))
        case .month: Self.calendar.isDate(date(instant), equalTo: date(now), toGranularity: .month)
        case .billingCycle(let cycle): number(of: instant, cycle) == number(of: now, cycle)
        }
    }

    /// A bucket lets as many pass in any stretch of time as it holds and as come back in it.
    private func fits(bucketOf size: Int, allow: Int, period: Int64, at now: Int64) -> Bool {
        var passed = Int128(1)
        guard passed <= Int128(size) else { return false }
        for instant in counted.reversed() {
            passed += 1
            guard passed * Int128(period) <= Int128(size) * Int128(period) + Int128(now - instant) * Int128(allow) else { return false }
        }
        return true
    }

    /// How many bills were sent between the anchor and an instant, which is not before it.
    private func number(of instant: Int64, _ cycle: BillingCycle) -> Int {
        let anchor = date(cycle.anchor.nanosecondsSinceEpoch)
        var number = 0
        while let next = Self.calendar.date(byAdding: .month, value: (number + 1) * cycle.months, to: anchor), next <= date(instant) {
            number += 1
        }
        return number
    }

    private func date(_ instant: Int64) -> Date {
        // Whole seconds: finer ones would be rounded.
        Date(timeIntervalSince1970: Double(instant / 1_000_000_000))
    }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()
}
