/// How a caller stands with a limit.
public struct LimitStanding: Hashable, Sendable {
    /// The limit.
    public let rule: LimitRule
    /// How many more would pass at this instant: what was just let in is taken off.
    public let remaining: Int
    /// Nanoseconds until the window ends; where it slides, and of a bucket, until more is left than now, and 0 where nothing is missing.
    public let resetNanoseconds: Int64
    /// Nanoseconds until a request passes when nobody else comes; nil where this one does.
    let waitNanoseconds: Int64?

    /// Whether the request passes.
    public var isAllowed: Bool { waitNanoseconds == nil }

    /// Seconds until the window ends, rounded up; see ``resetNanoseconds``.
    public var resetSeconds: Int {
        Int(resetNanoseconds.quotient(roundedUpBy: .nanosecondsASecond))
    }

    /// For `Retry-After`: the fewest whole seconds, at least 1, after which a request passes when nobody else comes; nil where this one does.
    public var retryAfter: Int? {
        waitNanoseconds.map { max(1, Int($0.quotient(roundedUpBy: .nanosecondsASecond))) }
    }
}
