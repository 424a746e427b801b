import CharterRuntime
import CharterServer
import Testing

/// Every kind of window against a model that counts everything anew, over many instants made by chance.
@Suite("Limits")
struct LimitModelTests {
    @Test("let as many pass as a simple model does, and say truly how many and when", arguments: Kind.allCases, 0..<8)
    func model(_ kind: Kind, _ number: Int) throws {
        let seed = UInt64(number * 1_000 + 17)
        var generator = SeededGenerator(seed: seed)
        var rule = kind.rule(&generator)
        var tally = LimitTally()
        var model = LimitModel()
        var now = kind.start
        for step in 0..<kind.steps {
            now += kind.pause(&generator)
            // A key of its own number, or a contract that says another one.
            if rule.burst == nil, Int.random(in: 0..<40, using: &generator) == 0 { rule.allow = .random(in: 1...6, using: &generator) }
            let place = "\(kind), seed \(seed), step \(step)"
            let passes = model.passes(rule, at: now)
            let standing = tally.take(rule, at: now)
            try #require(standing.isAllowed == passes, "\(place)")
            if passes { model.count(rule, at: now) }
            try #require(standing.remaining == model.remaining(rule, at: now), "\(place)")
            try check(standing, rule, model, now, place)
            try check(tally, rule, now, place)
            try #require(LimitTally(bytes: tally.bytes) == tally, "\(place)")
            if rule.burst == nil, Int.random(in: 0..<8, using: &generator) == 0,
                let instant = model.recent(.random(in: 0..<4, using: &generator))
            {
                tally.takeBack(rule, countedAt: instant)
                model.takeBack(instant)
            }
        }
    }

    /// What callers are told is enough, and not more than enough.
    private func check(_ standing: LimitStanding, _ rule: LimitRule, _ model: LimitModel, _ now: Int64, _ place: String) throws {
        if let seconds = standing.retryAfter {
            try #require(seconds >= 1, "\(place)")
            try #require(model.passes(rule, at: now + Int64(seconds) * 1_000_000_000), "\(place): \(seconds) s are not enough")
            let shorter = now + Int64(seconds - 1) * 1_000_000_000
            try #require(seconds == 1 || !model.passes(rule, at: shorter), "\(place): \(seconds) s are too many")
            try #require(!model.passes(rule, at: now + standing.resetNanoseconds - 1), "\(place): a nanosecond is missing")
        }
        guard standing.remaining < rule.burst ?? rule.allow else { return }
        let more = model.remaining(rule, at: now + standing.resetNanoseconds)
        try #require(more > standing.remaining, "\(place): nothing more after \(standing.resetNanoseconds) ns")
        guard rule.window.seconds != nil else { return }
        try #require(model.remaining(rule, at: now + standing.resetNanoseconds - 1) == standing.remaining, "\(place)")
    }

    /// When a tally ends it is as good as a new one, and not before.
    private func check(_ tally: LimitTally, _ rule: LimitRule, _ now: Int64, _ place: String) throws {
        try #require((tally.endsAt == nil) == tally.isEmpty, "\(place)")
        guard let end = tally.endsAt else { return }
        try #require(end > now, "\(place)")
        try #require(tally.standing(of: rule, at: end) == LimitTally().standing(of: rule, at: end), "\(place)")
        try #require(tally.standing(of: rule, at: end - 1) != LimitTally().standing(of: rule, at: end - 1), "\(place)")
    }
}

extension LimitModelTests {
    /// The kinds of window.
    enum Kind: CaseIterable {
        case sliding, fixed, fromFirst, bucket, day, month, billingCycle

        /// How many instants are tried; the model counts those of bills from one end of a life to the other.
        var steps: Int {
            switch self {
            case .sliding, .fixed, .fromFirst: 1_000
            case .bucket, .day, .month: 250
            case .billingCycle: 40
            }
        }

        /// 2024-02-27T21:00:00Z, shortly before a leap day.
        var start: Int64 { 1_709_067_600_000_000_000 }

        func rule(_ generator: inout SeededGenerator) -> LimitRule {
            let allow = Int.random(in: 1...6, using: &generator)
            let seconds = Int.random(in: 1...5, using: &generator)
            switch self {
            case .sliding: return LimitRule(name: "a", allow: allow, window: .sliding(seconds: seconds))
            case .fixed: return LimitRule(name: "a", allow: allow, window: .fixed(seconds: seconds))
            case .fromFirst: return LimitRule(name: "a", allow: allow, window: .fromFirst(seconds: seconds))
            case .bucket:
                let burst = Int.random(in: 1...9, using: &generator)
                return LimitRule(name: "a", allow: allow, window: .sliding(seconds: seconds), burst: burst)
            case .day: return LimitRule(name: "a", allow: allow, window: .day)
            case .month: return LimitRule(name: "a", allow: allow, window: .month)
            case .billingCycle:
                // Days 28 to 31 of January 2020, at some second of the day.
                let anchor = 1_580_169_600 + Int64.random(in: 0..<4 * 86_400, using: &generator)
                let cycle = BillingCycle(anchor: Timestamp(secondsSinceEpoch: anchor), months: .random(in: 1...3, using: &generator))
                return LimitRule(name: "a", allow: allow, window: .billingCycle(cycle))
            }
        }

        /// Nanoseconds from one instant to the next: none at all, parts of a window, its very end and one nanosecond beside it, several windows.
        func pause(_ generator: inout SeededGenerator) -> Int64 {
            switch self {
            case .sliding, .fixed, .fromFirst, .bucket:
                switch Int.random(in: 0..<8, using: &generator) {
                case 0: return 0
                case 1: return .random(in: 0...2, using: &generator)
                case 2: return 1_000_000_000 * .random(in: 1...6, using: &generator)
                case 3: return 1_000_000_000 * .random(in: 1...6, using: &generator) - 1
                default: return .random(in: 0..<1_500_000_000, using: &generator)
                }
            case .day: return 1_000_000_000 * .random(in: 0...20_000, using: &generator)
            case .month: return 1_000_000_000 * .random(in: 0...700_000, using: &generator)
            case .billingCycle: return 1_000_000_000 * .random(in: 0...1_000_000, using: &generator)
            }
        }
    }
}
