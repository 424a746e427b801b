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
            if let name = limit.override {
                add("limit-of-own-number/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).ofKey(with: name).number()
                }
            }
            let others = index.endpoints(countedBy: limit).filter { $0.id != endpoint.id }
            if limit.counts == .requests, limit.burst == nil, !others.isEmpty {
                add("limit-elsewhere/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).byDocumentedNumber().elsewhere(at: others)
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
            // The number of a key's own is not the other's.
            if limit.partition == .tenant || limit.partition == .user && limit.override == nil, !endpoint.auth.isOpen {
                add("limit-shared/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).shared()
                }
            }
            if LimitUse.canTellWindow(of: limit, in: api) {
                add("limit-window/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).beginning()
                }
            }
            if LimitUse.canTellMonths(of: limit, in: api) {
                add("limit-months/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).byDocumentedNumber().months()
                }
            }
            if case .sliding(let seconds) = limit.window, limit.counts == .requests, !limit.isBucket, api.limitHeaders.retryAfter,
                seconds >= 8
            {
                add("limit-of-refused/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).refusals()
                }
            }
            if case .sliding(let seconds) = limit.window, limit.isBucket, limit.counts == .requests, seconds >= 2 {
                add("limit-refill/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).byDocumentedNumber().refill()
                }
            }
            if limit.dependsOnPlan {
                add("limit-of-other-plans/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).otherPlans()
                }
            }
            switch limit.window {
            case .sliding(let seconds) where limit.counts == .requests && !limit.isBucket && seconds >= 12:
                add("limit-window/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).sliding()
                }
            case .fixed(let seconds) where limit.counts == .requests && seconds >= 12,
                .fromFirst(let seconds) where limit.counts == .requests && seconds >= 12:
                add("limit-spread/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).spread()
                }
            default: break
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
        addFields()
        addThings()
        addUncounted()
        addLetIn()
        for limit in api.limits where endpointToMiss(limit)?.id == endpoint.id {
            guard let parameter = endpoint.pathParameters.first(where: canBeUnknown) else { continue }
            add("limit-exception/\(limit.name)", "/limits/\(limit.name)", leaving: .time) { probe throws(MissingFixture) in
                try LimitUse(probe, limit).byDocumentedNumber().exception(of: parameter)
            }
        }
    }

    /// Where all replies tell of limits, those of each endpoint do that a limit counts.
    private mutating func addFields() {
        guard !api.limitHeaders.onRefusalsOnly, !api.limitHeaders.names.isEmpty else { return }
        let counting = api.limits.filter { $0.counts == .requests && $0.override == nil && !$0.dependsOnPlan }
        guard let limit = counting.first(where: { index.isCounted(endpoint, by: $0) }), index.endpointToTry(limit)?.id != endpoint.id
        else { return }
        addCall("limit-fields", "/limitHeaders") { probe throws(MissingFixture) in
            SingleExchange(try LimitUse(probe, limit).request(), expecting: LimitFields(of: probe.api))
        }
    }

    /// Calls are counted together, whichever thing they are about.
    private mutating func addThings() {
        let path = endpoint.path.segments
        guard let place = path.lastIndex(where: { $0.literal == nil }), case .parameter(let name) = path[place], !isTenant(name) else {
            return
        }
        let before = path[..<place]
        for limit in api.limits where index.endpointToTry(limit)?.id == endpoint.id && !limit.isBucket {
            let owners = index.endpoints(namingTenantsOwnBy: name).filter {
                $0.path.segments.prefix(place).map(\.literal) == before.map(\.literal)
            }
            let lists = index.endpoints(at: before).filter { $0.method == .get && $0.listedProperties(in: api) != nil }
            let list = lists.first { !index.isCounted($0, by: limit) }
            guard !owners.isEmpty || list != nil else { continue }
            add("limit-of-things/\(limit.name)", "/limits/\(limit.name)", leaving: .time) { probe throws(MissingFixture) in
                try LimitUse(probe, limit).byDocumentedNumber().aboutOthers(named: name, knownTo: owners, in: list)
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
            guard limit.counts == .requests, limit.burst == nil, let tried = index.endpointToTry(limit) else { continue }
            for status in limit.uncountedStatuses.uniqued {
                guard index.endpoint(for: limit, { $0.uncounted[status] })?.id == endpoint.id else { continue }
                add("limit-exception/\(limit.name)/\(status)", contract, leaving: .time) { [endpoint] probe throws(MissingFixture) in
                    try LimitUse(probe.at(tried), limit).byDocumentedNumber().exception(of: status, at: endpoint)
                }
            }
        }
    }

    /// What was let in is counted, whatever becomes of it; and what a limit does not count is not.
    private mutating func addLetIn() {
        for limit in api.limits where limit.counts == .requests && limit.kind == .throttle && index.isCounted(endpoint, by: limit) {
            let contract = "/limits/\(limit.name)"
            guard let tried = index.endpointToTry(limit) else { continue }
            let isWhole = limit.uncountedStatuses.isEmpty
            if isWhole, tried.id == endpoint.id, endpoint.method == .get, !api.requests.refusesHead {
                add("limit-of-head/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).byDocumentedNumber().countsHead()
                }
            }
            if isWhole, index.endpoint(for: limit, \.refusing)?.id == endpoint.id,
                let fault = api.contentFault(among: api.requests.order.compactMap { OrderFault($0, of: endpoint, in: api) })
            {
                add("limit-of-faults/\(limit.name)", contract, leaving: .time) { [endpoint] probe throws(MissingFixture) in
                    try LimitUse(probe.at(tried), limit).byDocumentedNumber().countsFaults(fault, at: endpoint)
                }
                addHeaders(of: limit, beside: fault, triedAt: tried)
            }
            if index.endpoint(for: limit, \.uncountedKind)?.id == endpoint.id {
                add("limit-of-other-kinds/\(limit.name)", contract, leaving: .time) { probe throws(MissingFixture) in
                    try LimitUse(probe, limit).uncountedKind()
                }
            }
        }
    }

    /// Where all responses tell of a limit, those do that refuse what was let in.
    private mutating func addHeaders(of limit: APIDescription.Limit, beside fault: OrderFault, triedAt tried: APIDescription.Endpoint) {
        guard !api.limitHeaders.onRefusalsOnly, api.limitHeaders.draft || api.limitHeaders.legacy != nil else { return }
        add("limit-headers-of-faults/\(limit.name)", "/limitHeaders") { [endpoint] probe throws(MissingFixture) in
            try LimitUse(probe.at(tried), limit).headers(beside: fault, at: endpoint)
        }
    }

    /// An endpoint at which what is not found is not counted by a limit that counts the rest.
    private func endpointToMiss(_ limit: APIDescription.Limit) -> APIDescription.Endpoint? {
        guard limit.counts == .requests, limit.burst == nil,
            limit.uncountedStatuses.contains(api.errors.status(of: .notFound))
        else { return nil }
        return index.endpoint(for: limit, \.missing)
    }
}
