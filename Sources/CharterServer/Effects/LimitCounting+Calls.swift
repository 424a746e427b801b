import CharterRuntime

extension LimitCounting {
    /// The limits that count the effect of a call, as they hold for its caller.
    ///
    /// - Throws: what kept the directory of tenants from answering.
    func effectLimits(of exchange: Exchange) async throws -> [CountedLimit] {
        let limits = api.limits(of: exchange.endpoint, credentials: exchange.presented.map { ($0.credential.name, $0.caller.kind) })
            .filter { $0.counts == .effects }
        guard !limits.isEmpty else { return [] }
        var caller = exchange.caller
        caller.tenant = exchange.tenant ?? caller.tenant
        let subscription = try await subscription(of: caller.tenant, for: limits)
        let subject = LimitSubject(caller, address: nil, subscription: subscription)
        return limits.compactMap { $0.counted(for: subject) }
    }
}
