public import CharterServer

extension SQLiteStore: ForgettingStore {
    /// Forgets calls and tallies whose time is over; nothing depends on when that is done, but the size of the database.
    ///
    /// - Parameter clock: The clock of the server.
    /// - Throws: what kept the database from writing.
    public func forgetEnded(by clock: some ServerClock) async throws {
        try await forgetCalls(endedBy: clock.now)
        // Throttles end by one clock and quotas by the other.
        let instant = min(clock.now.nanosecondsSinceEpoch, clock.steadyNanoseconds)
        try await forgetInParts { try LimitTally.forget($0, endedBy: instant, atMost: $1) }
    }
}
