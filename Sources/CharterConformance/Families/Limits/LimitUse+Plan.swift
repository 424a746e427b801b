import CharterRuntime

extension LimitUse {
    /// How many calls a tenant on the first one's plan may make at once; nil where there is no end to them.
    ///
    /// - Throws: ``MissingFixture`` where the fixtures do not say which plan that is.
    func allowedByPlan() throws(MissingFixture) -> Int? {
        let home = try probe.home()
        guard let plan = probe.fixtures.plans?[home] else {
            let tenant = probe.api.tenancy?.name ?? "tenant"
            throw MissingFixture(#"the plan of the first \#(tenant), by which the limit \#(limit.name) differs: plans["\#(home)"]"#)
        }
        return perWindow.map { limit.burstByPlan[plan] ?? limit.burst ?? $0 }
    }

    /// How many are allowed in a window; nil where there is no end to them.
    var perWindow: Int? {
        let plan = probe.fixtures.tenants.first.flatMap { probe.fixtures.plans?[$0] }
        if let plan, let count = limit.allowByPlan[plan] { return count }
        return limit.allow
    }
}

extension APIDescription.Limit {
    /// Whether it allows another number on another plan.
    var dependsOnPlan: Bool { !allowByPlan.isEmpty || !burstByPlan.isEmpty }
}
