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
        addQuotas()
    }

    /// Whether a call that is repeated is looked up when a quota is used up.
    private mutating func addQuotas() {
        let order = api.requests.order
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

    /// What is found of a call when a throttle is used up: at the endpoint where each is tried.
    private mutating func addThrottles(among faults: [OrderFault]) {
        let order = api.requests.order
        guard let place = order.firstIndex(of: .throttles) else { return }
        let throttles = api.limits.filter { $0.kind == .throttle && $0.counts == .requests }
        for limit in throttles where index.endpointToTry(limit)?.id == endpoint.id {
            let isOwn = endpoint.limits.contains(limit.name)
            let behind = faults.first { fault in
                order[place...].contains(fault.stage) && (!fault.isOfCaller || isOwn && fault.isKept(by: limit.partition))
            }
            // What fills up again all the time is never used up for long enough to be seen.
            if let behind, limit.burst == nil {
                add("throttles-before-\(behind.stage.rawValue)/\(limit.name)", "/requests/order", leaving: .time) {
                    probe throws(MissingFixture) in
                    try LimitUse(probe, limit).used(before: behind)
                }
            }
            let before = faults.last { order[..<place].contains($0.stage) && $0.stage != .credentials }
            if let before {
                add("\(before.stage.rawValue)-before-throttles/\(limit.name)", "/requests/order", leaving: .time) {
                    probe throws(MissingFixture) in
                    try LimitUse(probe, limit).used(behind: before)
                }
            }
        }
        for limit in throttles { addThrottle(limit, around: place) }
    }

    /// What is found of a caller whose own key has used a throttle up elsewhere: the nearest faults of callers, before and behind, at the first
    /// endpoint where there are such.
    private mutating func addThrottle(_ limit: APIDescription.Limit, around place: Int) {
        guard limit.burst == nil, limit.partition == .key || limit.partition == .user else { return }
        let counted = index.endpoints(countedBy: limit)
        guard counted.first(where: { !callerFaults(of: $0).isEmpty })?.id == endpoint.id, counted.contains(where: { $0.method == .get })
        else { return }
        let (order, faults) = (api.requests.order, callerFaults(of: endpoint))
        if let behind = faults.first(where: { order[place...].contains($0.stage) }) {
            add("throttles-before-\(behind.stage.rawValue)/\(limit.name)/own-key", "/requests/order", leaving: .time) {
                probe throws(MissingFixture) in
                try LimitUse(probe, limit).usedElsewhere(with: behind, isFirst: false)
            }
        }
        if let before = faults.last(where: { order[..<place].contains($0.stage) }) {
            add("\(before.stage.rawValue)-before-throttles/\(limit.name)/own-key", "/requests/order", leaving: .time) {
                probe throws(MissingFixture) in
                try LimitUse(probe, limit).usedElsewhere(with: before, isFirst: true)
            }
        }
    }

    /// What a valid key may lack at an endpoint, in the order in which it is found.
    private func callerFaults(of endpoint: APIDescription.Endpoint) -> [OrderFault] {
        api.requests.order.filter { [.kind, .scope, .tenant, .role].contains($0) }.compactMap { OrderFault($0, of: endpoint, in: api) }
    }
}

extension OrderFault {
    /// Whether a limit counts a caller with the fault together with one without.
    fileprivate func isKept(by partition: APIDescription.Limit.Partition) -> Bool {
        switch partition {
        case .tenant: [.kind, .scope, .role].contains(stage)
        case .address, .everyone: stage != .credentials
        case .key, .user: false
        }
    }
}
