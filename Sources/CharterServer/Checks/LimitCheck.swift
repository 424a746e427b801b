import CharterRuntime

/// Counts a request in its throttles, or in its quotas: 429 where one of them lets nothing more pass, and then it is counted in none of that kind.
///
/// What counts effects is counted where they are done.
struct LimitCheck: RequestStage {
    /// `throttles` or `quotas`.
    let stage: APIDescription.RequestRules.Stage
    let counting: LimitCounting
    /// Nil where none was given; needed only where something counts.
    let store: (any LimitStore)?

    func pass(_ exchange: inout Exchange) async throws {
        guard !limits(of: exchange).isEmpty, stage != .quotas || !exchange.countsQuotasAfterLookingUpItsCall else { return }
        try await count(exchange)
    }

    /// Counts the request, wherever it stands in the order of checks.
    ///
    /// - Throws: ``Refusal`` where nothing is left; what kept the store from counting.
    func count(_ exchange: Exchange) async throws {
        let limits = limits(of: exchange)
        if limits.needCredentials { try exchange.require(.credentials, before: stage) }
        if limits.needTenant { try exchange.require(.tenant, before: stage) }
        guard let store else { throw MissingQuotaStore(limits: limits.names) }
        let counted = try await limits.counted(in: exchange, by: counting)
        guard !counted.isEmpty else { return }
        let outcome = try await counting.take(counted, in: store)
        exchange.limits.append(outcome, countedIn: store)
        if let refused = outcome.refused { throw Refusal.exceeded(refused, counting.api.limitHeaders) }
    }

    private func limits(of exchange: Exchange) -> RouteLimits {
        stage == .quotas ? exchange.route.quotas : exchange.route.throttles
    }
}
