extension LimitTally {
    /// How a tally that is settled stands.
    ///
    /// - Parameter isTaken: Whether the request was let in and is counted already.
    func settledStanding(of rule: LimitRule, at now: Int64, isTaken: Bool = false) -> LimitStanding {
        let (remaining, wait, reset) =
            switch record {
            case .log(let log): figures(log, rule, now)
            case .window(let counted): figures(counted, rule, now)
            case .bucket(let bucket): figures(bucket, rule, now)
            case .nothing: (rule.burst ?? rule.allow, 0, Self.resetOfNothing(rule, now))
            }
        return LimitStanding(
            rule: rule,
            remaining: remaining,
            resetNanoseconds: max(0, reset),
            waitNanoseconds: isTaken || remaining > 0 ? nil : wait
        )
    }

    private typealias Figures = (remaining: Int, wait: Int64, reset: Int64)

    /// More is left once the earliest that stands in the way is over: with too many, as a contract that allows less now can leave them, not the very earliest.
    private func figures(_ log: InstantLog, _ rule: LimitRule, _ now: Int64) -> Figures {
        guard log.count > 0, case .sliding(let seconds) = rule.window else { return (rule.allow, 0, 0) }
        let over = log[max(0, log.count - rule.allow)].saturatingAdd(Int64(nanosecondsOf: seconds)).saturatingSubtract(now)
        return (max(0, rule.allow - log.count), over, over)
    }

    private func figures(_ counted: CountedWindow, _ rule: LimitRule, _ now: Int64) -> Figures {
        let end = (endsAt ?? now).saturatingSubtract(now)
        return (max(0, rule.allow - counted.count), end, end)
    }

    private func figures(_ bucket: TokenBucket, _ rule: LimitRule, _ now: Int64) -> Figures {
        let size = rule.burst ?? rule.allow
        let tokens = bucket.tokens(of: size)
        let time = bucket.time(until: min(size, tokens + 1), of: size, rule)
        let next = bucket.instant.saturatingAdd(time).saturatingSubtract(now)
        return (tokens, next, next)
    }

    /// Windows of the calendar end whether or not anything is counted in them.
    private static func resetOfNothing(_ rule: LimitRule, _ now: Int64) -> Int64 {
        switch rule.window {
        case .sliding, .fromFirst: 0
        case .fixed, .day, .month, .billingCycle: rule.window.bounds(around: now).upperBound.saturatingSubtract(now)
        }
    }
}
