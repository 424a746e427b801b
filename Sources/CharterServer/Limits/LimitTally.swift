/// What was counted so far for one ``LimitCount``.
///
/// A request passes if and only if fewer than allowed passed in its window; what was refused is not counted. Of a window that slides every instant is kept, at most
/// as many as are allowed; of others a number; of a bucket what is missing of it.
///
/// Instants are nanoseconds since 1970. Where the clock was set back, what was counted later than now is counted as if now were that instant, and where it is later
/// by more than a window, as if it were now: nobody waits longer than two windows, and nothing is counted twice or forgotten.
public struct LimitTally: Hashable, Sendable {
    /// What is kept, by the kind of window.
    enum Record: Hashable, Sendable {
        case nothing
        case log(InstantLog)
        case window(CountedWindow)
        case bucket(TokenBucket)
    }

    var record = Record.nothing
    /// The first instant at which nothing of it counts any more, and it is as good as a new one; nil where that is so already.
    public internal(set) var endsAt: Int64?

    /// Nothing counted.
    public init() {}

    /// Whether it is as good as a new one.
    public var isEmpty: Bool { record == .nothing }

    /// How a request at an instant would stand, without counting it.
    public func standing(of rule: LimitRule, at now: Int64) -> LimitStanding {
        var settled = self
        settled.settle(rule, at: now)
        return settled.settledStanding(of: rule, at: now)
    }

    /// Counts a request if it passes.
    public mutating func take(_ rule: LimitRule, at now: Int64) -> LimitStanding {
        settle(rule, at: now)
        let standing = settledStanding(of: rule, at: now)
        guard standing.isAllowed else { return standing }
        add(rule, at: now)
        return settledStanding(of: rule, at: now, isTaken: true)
    }
}
