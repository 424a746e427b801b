import Synchronization

/// Counts that are forgotten when the process ends: for throttles of a single process, for tests and for demonstrations.
///
/// Tallies of which nothing counts any more are dropped little by little while others are changed.
public final class InMemoryLimitStore: LimitStore {
    private let clock: any ServerClock
    private let kept = Mutex(KeptTallies())

    /// Creates a store in which nothing is counted.
    ///
    /// - Parameter clock: The clock by which tallies end: that of the ``LimitCounting``.
    public init(clock: any ServerClock = SystemClock()) {
        self.clock = clock
    }

    /// Changes some tallies, as if nobody else did so at the same time.
    public func update<Result: Sendable>(_ counts: [LimitCount], _ body: @Sendable (inout [LimitTally]) -> Result) -> Result {
        kept.withLock { kept in
            let places = counts.map { kept.place(of: $0) }
            var tallies = places.map { kept.release($0) }
            let result = body(&tallies)
            for index in counts.indices { kept.keep(&tallies[index], at: places[index]) }
            for index in counts.indices where places[index] == nil { kept.add(tallies[index], of: counts[index]) }
            if kept.isTimeToForget { kept.forget(atMost: KeptTallies.changesBetweenForgetting * 2, endedBy: clock.earliestNanoseconds) }
            return result
        }
    }

    /// Drops every tally, as if nothing had been counted so far: for demonstrations that begin anew.
    public func forgetAll() {
        kept.withLock { $0 = KeptTallies() }
    }

    /// How many tallies are kept.
    public var tallyCount: Int { kept.withLock { $0.count } }

    /// Drops every tally of which nothing counts any more; there is no need to, except to have the memory back at once.
    public func forgetEnded() {
        kept.withLock { $0.forget(atMost: .max, endedBy: clock.earliestNanoseconds) }
    }
}

extension ServerClock {
    /// The reading of the clock that shows less, so that what ends by either has ended.
    fileprivate var earliestNanoseconds: Int64 {
        min(now.nanosecondsSinceEpoch, steadyNanoseconds)
    }
}
