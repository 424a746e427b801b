import CharterRuntime
import HTTPTypes

extension CheckList {
    /// Which of several faults decides the answer: each is tried together with the next one in the documented order that a request can have with it.
    mutating func addOrderChecks() {
        if api.versioning?.missing == .reject, !endpoint.auth.isOpen {
            add("version-before-credentials", "/requests/order") { probe throws(MissingFixture) in
                var request = try probe.request()
                ParameterPlace.header.remove(probe.api.versioning?.header ?? "", from: &request)
                return SingleExchange(request, expecting: probe.refusal(.versionMissing))
            }
        }
        let faults = api.requests.order.compactMap { OrderFault($0, of: endpoint, in: api) }
        for (index, first) in faults.enumerated() {
            guard let second = faults.dropFirst(index + 1).first(where: { first.canStandBeside($0, in: api) }) else { continue }
            add("\(first.stage.rawValue)-before-\(second.stage.rawValue)", "/requests/order") { probe throws(MissingFixture) in
                try FaultyRequest([first, second], probe).exchange()
            }
        }
        addSuspension(beside: faults)
        addThrottles(among: faults)
        addQuotas(among: faults)
    }

    /// What is found of a call when a quota is used up, and whether one that is repeated is looked up then.
    private mutating func addQuotas(among faults: [OrderFault]) {
        let order = api.requests.order
        // Throttles that count effects are asked together with quotas.
        for limit in api.limits where limit.kind == .quota || limit.counts == .effects { addUsedUp(limit, at: .quotas, among: faults) }
        guard endpoint.idempotency != nil, let quotas = order.firstIndex(of: .quotas), let calls = order.firstIndex(of: .idempotency) else {
            return
        }
        for limit in api.limits where limit.counts == .effects && index.endpointToTry(limit)?.id == endpoint.id {
            let name = quotas < calls ? "quotas-before-idempotency" : "idempotency-before-quotas"
            add("\(name)/\(limit.name)", "/requests/order", leaving: .time) { probe throws(MissingFixture) in
                try LimitUse(probe, limit).replayWhenUsedUp(isRefused: quotas < calls)
            }
        }
    }

    /// The nearest faults that a request of a suspended tenant can have, before and behind.
    private mutating func addSuspension(beside faults: [OrderFault]) {
        let order = api.requests.order
        guard let suspension = OrderFault.suspension(of: endpoint, in: api), let place = order.firstIndex(of: .tenant) else { return }
        let before = faults.last { fault in
            order[..<place].contains(fault.stage) && fault.canStandBeside(suspension, in: api)
        }
        let behind = faults.first { fault in
            order[place...].contains(fault.stage) && suspension.canStandBeside(fault, in: api)
        }
        for pair in [before.map { [$0, suspension] }, behind.map { [suspension, $0] }].compactMap(\.self) {
            add("\(pair[0].stage.rawValue)-before-\(pair[1].stage.rawValue)", "/requests/order") { probe throws(MissingFixture) in
                try FaultyRequest(pair, probe).exchange()
            }
        }
    }

    /// What is found of a call when a throttle is used up.
    private mutating func addThrottles(among faults: [OrderFault]) {
        let throttles = api.limits.filter { $0.kind == .throttle && $0.counts == .requests }
        for limit in throttles { addUsedUp(limit, at: .throttles, among: faults) }
        guard let place = api.requests.order.firstIndex(of: .throttles) else { return }
        for limit in throttles { addThrottle(limit, around: place) }
    }

    /// The nearest faults before and behind that a limit is used up, at the endpoint where that is tried; and at the first other endpoint where
    /// there is a nearer one.
    private mutating func addUsedUp(_ limit: APIDescription.Limit, at stage: APIDescription.RequestRules.Stage, among faults: [OrderFault])
    {
        let order = api.requests.order
        guard let place = order.firstIndex(of: stage), index.isCounted(endpoint, by: limit), let tried = index.endpointToTry(limit) else {
            return
        }
        guard tried.id == endpoint.id else { return addUsedUp(limit, at: stage, triedAt: tried) }
        // Whether a call was made before is looked up by other checks.
        let faults = faults.filter { stage != .quotas || $0.stage != .idempotency }
        let behind = faults.first { fault in order[place...].contains(fault.stage) && fault.isKept(at: endpoint, by: limit) }
        // What fills up again all the time is never used up for long enough to be seen.
        if let behind, limit.burst == nil {
            add("\(stage.rawValue)-before-\(behind.stage.rawValue)/\(limit.name)", "/requests/order", leaving: .time) {
                probe throws(MissingFixture) in
                try LimitUse(probe, limit).used(before: behind)
            }
        }
        if let before = faults.last(where: { order[..<place].contains($0.stage) && $0.stage != .credentials }) {
            add("\(before.stage.rawValue)-before-\(stage.rawValue)/\(limit.name)", "/requests/order", leaving: .time) {
                probe throws(MissingFixture) in
                try LimitUse(probe, limit).used(behind: before)
            }
        }
    }

    /// The same with faults that a request of the endpoint where the limit is used up cannot have, and one of this endpoint can.
    private mutating func addUsedUp(
        _ limit: APIDescription.Limit,
        at stage: APIDescription.RequestRules.Stage,
        triedAt tried: APIDescription.Endpoint
    ) {
        let order = api.requests.order
        guard let place = order.firstIndex(of: stage), limit.burst == nil, limit.counts == .requests else { return }
        func nearest(_ stages: some Sequence<APIDescription.RequestRules.Stage>) -> OrderFault? {
            for stage in stages {
                guard let first = index.endpoint(for: limit, { $0.keptFaults[stage] }) else { continue }
                let isTried = OrderFault(stage, of: tried, in: api)?.isKept(at: tried, by: limit) ?? false
                return first.id == endpoint.id && !isTried ? OrderFault(stage, of: endpoint, in: api) : nil
            }
            return nil
        }
        if let behind = nearest(order[place...].dropFirst()) {
            add("\(stage.rawValue)-before-\(behind.stage.rawValue)/\(limit.name)", "/requests/order", leaving: .time) {
                [endpoint] probe throws(MissingFixture) in
                try LimitUse(probe.at(tried), limit).used(with: behind, at: endpoint, isFirst: false)
            }
        }
        if let before = nearest(order[..<place].reversed().filter { $0 != .credentials }) {
            add("\(before.stage.rawValue)-before-\(stage.rawValue)/\(limit.name)", "/requests/order", leaving: .time) {
                [endpoint] probe throws(MissingFixture) in
                try LimitUse(probe.at(tried), limit).used(with: before, at: endpoint, isFirst: true)
            }
        }
    }

    /// What is found of a caller whose own key has used a throttle up elsewhere: the nearest faults of callers, before and behind, each at the
    /// first endpoint where there is such.
    private mutating func addThrottle(_ limit: APIDescription.Limit, around place: Int) {
        guard limit.burst == nil, limit.partition == .key || limit.partition == .user, index.isCounted(endpoint, by: limit) else { return }
        guard index.endpointToTry(limit)?.method == .get else { return }
        func nearest(_ stages: some Sequence<APIDescription.RequestRules.Stage>) -> OrderFault? {
            for stage in stages where OrderFault.stagesOfCallers.contains(stage) {
                guard let first = index.endpoint(for: limit, { $0.faultyCallers[stage] }) else { continue }
                return first.id == endpoint.id ? OrderFault(stage, of: first, countedBy: limit, in: api) : nil
            }
            return nil
        }
        let order = api.requests.order
        if let behind = nearest(order[place...]) {
            add("throttles-before-\(behind.stage.rawValue)/\(limit.name)/own-key", "/requests/order", leaving: .time) {
                probe throws(MissingFixture) in
                try LimitUse(probe, limit).usedElsewhere(with: behind, isFirst: false)
            }
        }
        if let before = nearest(order[..<place].reversed()) {
            add("\(before.stage.rawValue)-before-throttles/\(limit.name)/own-key", "/requests/order", leaving: .time) {
                probe throws(MissingFixture) in
                try LimitUse(probe, limit).usedElsewhere(with: before, isFirst: true)
            }
        }
    }
}
