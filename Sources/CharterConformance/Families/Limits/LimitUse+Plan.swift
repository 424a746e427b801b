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

    /// Tenants on other plans than the first one's have the numbers of theirs.
    func otherPlans() throws(MissingFixture) -> Dialogue {
        let plans = probe.fixtures.plans ?? [:]
        guard let own = plans[try probe.home()] else {
            throw MissingFixture("the plan of the first \(probe.api.tenancy?.name ?? "tenant")")
        }
        let tenants = probe.fixtures.tenants.filter { plans[$0] != nil && plans[$0] != own }
        let firsts = tenants.filter { tenant in tenants.first { plans[$0] == plans[tenant] } == tenant }
        guard let opening = firsts.first else {
            throw MissingFixture(
                "a \(probe.api.tenancy?.name ?? "tenant") on another plan than \(own), by which the limit \(limit.name) differs"
            )
        }
        var uses: [(plan: String, use: LimitUse, request: EndpointRequest)] = []
        for tenant in firsts {
            let use = LimitUse(probe.at(home: tenant), limit)
            if try use.allowedByPlan() != nil { _ = try use.allowed() }
            uses.append((plans[tenant] ?? "", use, try use.request()))
        }
        let all = uses
        let first = try LimitUse(probe.at(home: opening), limit).request()
        return Dialogue(first, expecting: "as many calls as each plan allows, and no more") { conversation in
            for (plan, use, request) in all {
                if try use.allowedByPlan() == nil {
                    try await use.passFreely(request, plan, conversation)
                    continue
                }
                let allowed = try use.allowed()
                let found = try await use.useUpWholeWindow(request, conversation)
                guard found.passed >= allowed, found.passed <= found.bound else {
                    throw use.fault(request, "\(found.passed) calls passed, of \(allowed) on \(plan)", found.refused, conversation)
                }
            }
            return "the numbers of \(all.map(\.plan).joined(separator: ", "))"
        }
    }

    /// On a plan without limit more calls pass than on any other.
    private func passFreely(_ request: EndpointRequest, _ plan: String, _ conversation: Conversation) async throws {
        let most = limit.numbers.max() ?? 0
        guard most < Self.most else { throw MissingFixture(unfit: "to pass the limit \(limit.name) would take \(most + 1) requests") }
        try await begin(conversation)
        var use = Use(passed: 0, bound: most, passedBehindPauses: [0: 0])
        while use.passed <= most {
            let reply = try await conversation.exchanger.firstReply(to: try again(request))
            guard conversation.exchanger.limitRefusals.contains(reply) else {
                if limit.counts == .effects, !probe.endpoint.success.isStatus(of: reply) {
                    throw MissingFixture("a call of \(probe.endpoint.id) that can be made often: \(conversation.exchanger.excerpt(reply))")
                }
                use.passed += 1
                use.passedBehindPauses[use.paused, default: 0] += 1
                continue
            }
            guard let other = others(counting: request).first(where: { $0.mayRefuse(after: use) }) else {
                throw fault(request, "it is refused behind \(use.passed) calls, though \(plan) has no limit", reply, conversation)
            }
            let seconds = reply.retryAfter ?? other.memory
            guard use.paused + seconds < limit.shortestWindow / 2 else {
                throw MissingFixture(unfit: "the limit \(other.name) refuses calls before")
            }
            use.paused += seconds
            try await conversation.exchanger.pass(seconds, "\(seconds) seconds that another limit asks for")
        }
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
