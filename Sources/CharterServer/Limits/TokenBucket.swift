/// A bucket from which each request takes a token, told by what is missing of it.
///
/// Everything is in whole numbers: a token has as many parts as its refill period has nanoseconds, so that in each nanosecond as many parts come back as tokens
/// do in a period.
struct TokenBucket: Hashable, Sendable {
    /// The parts of a token: nanoseconds of the period in which `allow` tokens come back, at least 1.
    let period: Int64
    /// The parts that are missing of a full bucket.
    var missing: UInt128 = 0
    /// When so much was missing, in nanoseconds since 1970.
    var instant: Int64

    private var token: UInt128 { UInt128(period) }

    /// Lets tokens come back until an instant that is not before the bucket's.
    mutating func refill(until now: Int64, _ rule: LimitRule) {
        let passed = UInt128(Int128(now) - Int128(instant))
        missing -= min(missing, passed * UInt128(rule.allow))
        instant = now
    }

    mutating func take() {
        missing += token
    }

    mutating func putBack() {
        missing -= min(missing, token)
    }

    /// The whole tokens in a bucket of that size.
    func tokens(of size: Int) -> Int {
        let full = token * UInt128(size)
        return missing < full ? Int((full - missing) / token) : 0
    }

    /// Nanoseconds until a bucket of that size has so many tokens, at most its size.
    func time(until tokens: Int, of size: Int, _ rule: LimitRule) -> Int64 {
        let bearable = token * UInt128(size - tokens)
        guard missing > bearable else { return 0 }
        return time(of: missing - bearable, rule)
    }

    /// Nanoseconds until the bucket is full.
    func timeUntilFull(_ rule: LimitRule) -> Int64 {
        time(of: missing, rule)
    }

    private func time(of parts: UInt128, _ rule: LimitRule) -> Int64 {
        let (quotient, rest) = parts.quotientAndRemainder(dividingBy: UInt128(rule.allow))
        return Int64(clamping: quotient + (rest > 0 ? 1 : 0))
    }
}
