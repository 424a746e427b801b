/// What became of a request at its limits.
public struct LimitOutcome: Hashable, Sendable {
    /// The limits, in the order in which they were asked.
    public let limits: [CountedLimit]
    /// How the caller stands with each of them.
    public internal(set) var standings: [LimitStanding]
    /// The instants under which the request is counted, one a limit; empty where it is in none.
    let instants: [Int64]

    /// A request that nothing counts.
    static let uncounted = LimitOutcome(limits: [], standings: [], instants: [])

    /// Whether the request passes.
    public var isAllowed: Bool { refused == nil }

    /// How the caller stands with the limit that refuses the request, of several with the one that takes longest, of these with the first; nil where it passes.
    ///
    /// When its ``LimitStanding/retryAfter`` is over, no limit refuses the request unless somebody else came.
    public var refused: LimitStanding? {
        var longest: LimitStanding?
        for standing in standings {
            guard let wait = standing.waitNanoseconds, wait > longest?.waitNanoseconds ?? -1 else { continue }
            longest = standing
        }
        return longest
    }
}
