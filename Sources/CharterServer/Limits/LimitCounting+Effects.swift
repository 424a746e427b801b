import CharterRuntime

extension LimitCounting {
    /// Counts something that is done outside of the API, in the windows that its callers have: a mail that a tenant sends from a screen of its own.
    ///
    /// Call it in the transaction that does it, before doing it: what is refused, or fails later, is then not counted.
    ///
    ///     try await store.withTransaction { transaction in
    ///         try await counting.count("mails", tenant: "acme", in: transaction)
    ///         …
    ///     }
    ///
    /// - Parameters:
    ///   - name: The name of the limit in the contract.
    ///   - key: The public identifier of a key, of a limit that counts by key; the others likewise.
    ///   - times: How often it is done, at least once: all of that is counted, or nothing.
    /// - Returns: how the count stands then; nil where the tenant's plan has no such limit.
    /// - Throws: ``Refusal`` (429), with `Retry-After` where the API sends it, when nothing is left; ``UncountableEffect`` for a limit that the API does not have, or
    ///   without what it counts by; what kept the store or the directory of tenants from answering.
    @discardableResult
    public func count(
        _ name: String,
        tenant: String? = nil,
        user: String? = nil,
        key: String? = nil,
        address: String? = nil,
        times: Int = 1,
        in store: some LimitStore
    ) async throws -> LimitStanding? {
        precondition(times >= 1, "what is done no time is not counted")
        let subject = LimitSubject(keyID: key, user: user, tenant: tenant, address: address)
        guard let counted = try await counted(name, for: subject) else { return nil }
        let outcome = try await take([counted], times: times, in: store)
        if let refused = outcome.refused { throw Refusal.exceeded(refused, api.limitHeaders) }
        return outcome.standings.first
    }

    /// How something would stand that is done outside of the API, without counting it.
    ///
    /// - Returns: nil where the tenant's plan has no such limit.
    /// - Throws: what ``count(_:tenant:user:key:address:times:in:)`` throws, but for a refusal.
    public func standing(
        of name: String,
        tenant: String? = nil,
        user: String? = nil,
        key: String? = nil,
        address: String? = nil,
        in store: some LimitStore
    ) async throws -> LimitStanding? {
        let subject = LimitSubject(keyID: key, user: user, tenant: tenant, address: address)
        guard let counted = try await counted(name, for: subject) else { return nil }
        return try await standings(with: [counted], in: store).standings.first
    }

    /// What is counted for a subject; nil where its plan has no such limit.
    private func counted(_ name: String, for subject: LimitSubject) async throws -> CountedLimit? {
        guard let limit = api.limit(named: name) else { throw UncountableEffect.unknownLimit(name, known: api.limits.map(\.name)) }
        var subject = subject
        guard subject.value(of: limit.partition) != nil else {
            throw UncountableEffect.partitionMissing(limit: name, partition: limit.partition.rawValue)
        }
        subject.subscription = try await subscription(of: subject.tenant, for: [limit])
        return limit.counted(for: subject)
    }

    /// What a tenant subscribes to, as far as some limit goes by it.
    ///
    /// - Throws: what kept the directory from answering, or that there is none.
    func subscription(of tenant: String?, for limits: [APIDescription.Limit]) async throws -> TenantSubscription {
        guard let tenant, let limit = limits.first(where: \.dependsOnSubscription) else { return TenantSubscription() }
        guard let tenants else { throw MissingSubscriptions(limit: limit.name) }
        return try await tenants.subscription(of: tenant)
    }
}
