import Synchronization

/// The limits that were asked for a request so far, and how its caller stands with them: what its reply tells, also where a later check or the handler refuses it.
final class RequestLimits: Sendable {
    private let asked = Mutex<[Asked]>([])

    /// Limits that were asked at once.
    private struct Asked {
        var outcome: LimitOutcome
        /// Where the request is taken back from when its response is not to be counted; nil where whoever counted it sees to that.
        let store: (any LimitStore)?
    }

    /// Notes how the caller stands.
    ///
    /// - Parameter store: Where the request is counted; nil where whoever counted it takes it back, as a transaction does.
    func append(_ outcome: LimitOutcome, countedIn store: (any LimitStore)? = nil) {
        asked.withLock { $0.append(Asked(outcome: outcome, store: store)) }
    }

    /// How the caller stands, limit by limit, in the order in which they were asked.
    var standings: [LimitStanding] {
        asked.withLock { asked in asked.count == 1 ? asked[0].outcome.standings : asked.flatMap(\.outcome.standings) }
    }

    /// Takes the request back from the limits that do not count responses of its status.
    ///
    /// - Throws: what kept a store from writing; the request stays counted there.
    func takeBack(answered status: Int, by counting: LimitCounting) async throws {
        let before = asked.withLock(\.self)
        for index in before.indices {
            guard let store = before[index].store, before[index].outcome.mayBeTakenBack(answered: status) else { continue }
            let outcome = try await counting.takeBack(before[index].outcome, answered: status, in: store)
            asked.withLock { $0[index].outcome = outcome }
        }
    }
}

extension LimitOutcome {
    fileprivate func mayBeTakenBack(answered status: Int) -> Bool {
        isAllowed && limits.contains { $0.rule.uncountedStatuses.contains(status) }
    }
}
