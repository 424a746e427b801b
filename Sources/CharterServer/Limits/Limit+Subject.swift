public import CharterRuntime

extension APIDescription.Limit {
    /// The limit as it holds for somebody; nil where it does not count them.
    ///
    /// - A number of the key's own goes before that of the plan, and that before the one for all. One below 1 is taken for 1. A tenant of a plan that has no such limit,
    ///   or none of its own where only some plans have it, is not counted.
    /// - Callers without a credential are counted by a limit for each address and by one for everybody together; by others only where they say so (`anonymous`), by
    ///   address.
    /// - Callers with a credential are always counted. Where they lack what is counted, such as a key with which no person calls, it is what they have: the key, the
    ///   person, the tenant, the address, in this order. Such counts are no other's: a key and a person of the same name have one each.
    public func counted(for subject: LimitSubject) -> CountedLimit? {
        guard let partition = partitionValue(of: subject), let allow = allowed(subject) else { return nil }
        let plan = subject.subscription.plan
        let rule = LimitRule(
            name: name,
            allow: allow,
            window: window(for: subject),
            burst: plan.flatMap { burstByPlan[$0] } ?? burst,
            kind: kind,
            uncountedStatuses: uncountedStatuses
        )
        return CountedLimit(rule: rule, count: LimitCount(limit: name, partition: partition))
    }

    /// How many are allowed; nil for any number.
    private func allowed(_ subject: LimitSubject) -> Int? {
        if let own = override.flatMap({ subject.keyNumbers[$0] }) { return max(1, own) }
        if let plan = subject.subscription.plan, let number = allowByPlan[plan] { return number }
        return allow
    }

    private func window(for subject: LimitSubject) -> LimitWindow {
        switch window {
        case .sliding(let seconds): .sliding(seconds: seconds)
        case .fixed(let seconds): .fixed(seconds: seconds)
        case .fromFirst(let seconds): .fromFirst(seconds: seconds)
        case .calendar(.day): .day
        case .calendar(.month): .month
        case .billingCycle: .billingCycle(subject.subscription.billingCycle)
        }
    }

    /// Whose count it is; nil for a caller who is not counted.
    private func partitionValue(of subject: LimitSubject) -> String? {
        guard partition != .everyone else { return "" }
        guard subject.hasCredential else {
            return partition == .address || countsAnonymous ? subject.value(of: .address) ?? "" : nil
        }
        let values = [partition, .key, .user, .tenant, .address].lazy.compactMap(subject.value)
        return values.first ?? ""
    }
}

extension LimitSubject {
    /// What tells it from others in a partition, or nil where it lacks that.
    func value(of partition: APIDescription.Limit.Partition) -> String? {
        let value: String? =
            switch partition {
            case .key: keyID
            case .tenant: tenant
            case .user: user
            case .address: address
            case .everyone: ""
            }
        return value.map { "\(partition.rawValue):\($0)" }
    }
}
