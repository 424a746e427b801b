import Synchronization

extension InMemoryLimitStore: ForgettingStore {
    /// Drops every tally of which nothing counts any more, by the clock of the store.
    public func forgetEnded(by clock: some ServerClock) async {
        forgetEnded()
    }
}

extension InMemoryEffects: ForgettingStore {
    /// Drops calls whose time is over, and tallies of which nothing counts any more.
    public func forgetEnded(by clock: some ServerClock) async {
        limits.forgetEnded()
        kept.withLock { $0.calls.forget(endedBy: clock.now) }
    }
}
