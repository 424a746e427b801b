public import CharterRuntime

/// Counts requests and effects for the limits of an API.
///
/// Throttles go by the clock that never goes back, quotas by the calendar's. The clock is read while the tallies are held, so that instants are in the order in which
/// requests are counted.
public struct LimitCounting: Sendable {
    let api: APIDescription
    let clock: any ServerClock
    let tenants: (any TenantDirectory)?

    /// Prepares to count for an API.
    ///
    /// - Parameter tenants: What knows the plans and bills of tenants; nil where no limit goes by them.
    public init(_ api: APIDescription, clock: any ServerClock = SystemClock(), tenants: (any TenantDirectory)? = nil) {
        self.api = api
        self.clock = clock
        self.tenants = tenants
    }

    /// Counts something in all of its limits if each of them lets it pass, and else in none.
    ///
    /// - Parameter limits: The limits, each count once.
    /// - Throws: what kept the store from counting; nothing is counted then.
    public func take(_ limits: [CountedLimit], in store: some LimitStore) async throws -> LimitOutcome {
        try await take(limits, times: 1, in: store)
    }

    /// Counts something so many times, all of them or none.
    func take(_ limits: [CountedLimit], times: Int, in store: some LimitStore) async throws -> LimitOutcome {
        guard !limits.isEmpty else { return .uncounted }
        return try await store.update(limits.map(\.count)) { [clock] tallies in
            let instants = clock.instants(for: limits)
            for index in limits.indices { tallies[index].settle(limits[index].rule, at: instants[index]) }
            // Nothing else may hold what is kept while one is counted: it would be copied.
            let before = times > 1 ? tallies : []
            var counted: [Int64] = []
            for turn in 0..<times {
                let standings = tallies.standings(of: limits, at: instants)
                guard standings.allSatisfy(\.isAllowed) else {
                    if turn > 0 { tallies = before }
                    return LimitOutcome(limits: limits, standings: standings, instants: [])
                }
                counted = limits.indices.map { tallies[$0].add(limits[$0].rule, at: instants[$0]) }
            }
            let standings = tallies.standings(of: limits, at: instants, areTaken: true)
            return LimitOutcome(limits: limits, standings: standings, instants: counted)
        }
    }

    /// Takes a request back from the limits that do not count responses of its status.
    ///
    /// - Parameters:
    ///   - outcome: What ``take(_:in:)`` returned.
    ///   - status: The status of the response.
    /// - Returns: how the caller stands then.
    /// - Throws: what kept the store from writing; the request stays counted then.
    public func takeBack(_ outcome: LimitOutcome, answered status: Int, in store: some LimitStore) async throws -> LimitOutcome {
        let counted = outcome.instants.indices.filter { outcome.limits[$0].rule.uncountedStatuses.contains(status) }
        guard !counted.isEmpty else { return outcome }
        let limits = counted.map { outcome.limits[$0] }
        let standings = try await store.update(limits.map(\.count)) { [clock] tallies in
            let instants = clock.instants(for: limits)
            for (position, index) in counted.enumerated() {
                tallies[position].settle(limits[position].rule, at: instants[position])
                tallies[position].takeBack(limits[position].rule, countedAt: outcome.instants[index])
            }
            return tallies.standings(of: limits, at: instants, areTaken: true)
        }
        var changed = outcome
        for (position, index) in counted.enumerated() { changed.standings[index] = standings[position] }
        return changed
    }

    /// How a caller stands with limits, without counting anything.
    ///
    /// - Throws: what kept the store from answering.
    public func standings(with limits: [CountedLimit], in store: some LimitStore) async throws -> LimitOutcome {
        guard !limits.isEmpty else { return .uncounted }
        return try await store.update(limits.map(\.count)) { [clock] tallies in
            let instants = clock.instants(for: limits)
            let standings = limits.indices.map { tallies[$0].standing(of: limits[$0].rule, at: instants[$0]) }
            return LimitOutcome(limits: limits, standings: standings, instants: [])
        }
    }
}

extension [LimitTally] {
    fileprivate func standings(of limits: [CountedLimit], at instants: [Int64], areTaken: Bool = false) -> [LimitStanding] {
        limits.indices.map { self[$0].settledStanding(of: limits[$0].rule, at: instants[$0], isTaken: areTaken) }
    }
}

extension ServerClock {
    /// The present instant by the clock of each limit, in nanoseconds since 1970; the same for all of a kind.
    fileprivate func instants(for limits: [CountedLimit]) -> [Int64] {
        var calendar: Int64?
        var steady: Int64?
        return limits.map { limit in
            switch limit.rule.kind {
            case .throttle:
                let instant = steady ?? steadyNanoseconds
                steady = instant
                return instant
            case .quota:
                let instant = calendar ?? now.nanosecondsSinceEpoch
                calendar = instant
                return instant
            }
        }
    }
}
