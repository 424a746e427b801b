import CharterRuntime
import HTTPTypes

extension CheckList {
    /// How often something may be done: as often as documented, and no more.
    ///
    /// Each limit is tried at one endpoint that it counts: one that reads where there is one, for it can be called as often as one likes.
    mutating func addLimitChecks() {
        for limit in api.limits where index.endpointToTry(limit)?.id == endpoint.id {
            let contract = "/limits/\(limit.name)"
            add("limit/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                try LimitUse(probe, limit).number()
            }
            add("limit-passes/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                try LimitUse(probe, limit).recovery()
            }
            let others = index.endpoints(countedBy: limit).filter { $0.id != endpoint.id }
            if limit.counts == .requests, limit.burst == nil, limit.override == nil, !others.isEmpty {
                add("limit-elsewhere/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).elsewhere(at: others)
                }
            }
            if limit.partition == .address {
                add("limit-of-others/\(limit.name)", contract, leaving: .time) { _ throws(MissingFixture) in
                    throw MissingFixture(unfit: "the checks call from one address: the limit \(limit.name) of another is not seen")
                }
            }
            if limit.partition != .everyone, limit.partition != .address {
                add("limit-of-others/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).partition()
                }
            }
            if limit.partition == .everyone || limit.partition == .address {
                add("limit-shared/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).sharedByAll()
                }
            }
            if limit.partition == .tenant, !endpoint.auth.isOpen {
                let isBucket = limit.burst != nil || !limit.burstByPlan.isEmpty
                add("limit-shared/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try isBucket ? LimitUse(probe, limit).sharedBucket() : LimitUse(probe, limit).shared()
                }
            }
            if LimitUse.canTellWindow(of: limit, in: api) {
                add("limit-window/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).beginning()
                }
            }
            if case .sliding = limit.window, limit.counts == .requests, limit.burst == nil, limit.burstByPlan.isEmpty,
                api.limitHeaders.retryAfter,
                (limit.seconds ?? 0) >= 8
            {
                add("limit-of-refused/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).refusals()
                }
            }
            if case .sliding = limit.window, limit.burst != nil || !limit.burstByPlan.isEmpty, limit.counts == .requests,
                limit.override == nil,
                (limit.seconds ?? 0) >= 2
            {
                add("limit-refill/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).refill()
                }
            }
            if limit.counts == .effects, endpoint.idempotency != nil {
                add("limit-of-replays/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).replays()
                }
            }
            if api.limitHeaders.draft || api.limitHeaders.legacy != nil {
                add("limit-headers/\(limit.name)", "/limitHeaders", leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).headers()
                }
            }
        }
        addUncounted()
        for limit in api.limits where endpointToMiss(limit)?.id == endpoint.id {
            guard let parameter = endpoint.pathParameters.first(where: canBeUnknown) else { continue }
            add("limit-exception/\(limit.name)", "/limits/\(limit.name)", leaving: .time) { probe throws(MissingFixture) in
                try LimitUse(probe, limit).exception(of: parameter)
            }
        }
    }

    /// What was not done, or is answered with a status that is not counted, uses nothing up: at each endpoint that the limit counts.
    private mutating func addUncounted() {
        for limit in api.limits where index.isCounted(endpoint, by: limit) {
            let contract = "/limits/\(limit.name)"
            let parameter = endpoint.pathParameters.last(where: canBeUnknown)
            if limit.counts == .effects, endpoint.requestBody != nil || parameter != nil {
                add("limit-of-failures/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).failures(parameter)
                }
            }
            guard limit.counts == .requests, limit.burst == nil, limit.override == nil, let tried = index.endpointToTry(limit) else {
                continue
            }
            for status in limit.uncountedStatuses.uniqued {
                let failing = index.endpoints(countedBy: limit).first { UncountedFault(status, of: $0, in: api) != nil }
                guard failing?.id == endpoint.id else { continue }
                add("limit-exception/\(limit.name)/\(status)", contract, leaving: .time) { [endpoint] probe throws(MissingFixture) in
                    try LimitUse(probe.at(tried), limit).exception(of: status, at: endpoint)
                }
            }
        }
    }

    /// An endpoint at which what is not found is not counted by a limit that counts the rest.
    private func endpointToMiss(_ limit: APIDescription.Limit) -> APIDescription.Endpoint? {
        guard limit.counts == .requests, limit.burst == nil, limit.override == nil,
            limit.uncountedStatuses.contains(api.errors.status(of: .notFound))
        else { return nil }
        return index.endpoints(countedBy: limit).first { $0.method == .get && $0.pathParameters.contains(where: canBeUnknown) }
    }
}
