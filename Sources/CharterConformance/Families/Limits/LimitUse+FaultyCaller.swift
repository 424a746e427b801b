import CharterRuntime
import HTTPTypes

extension LimitUse {
    /// A caller who may not make the call has used the limit up where it may call.
    ///
    /// - Parameter isFirst: Whether the fault is found before that the limit is used up.
    func usedElsewhere(with fault: OrderFault, isFirst: Bool) throws(MissingFixture) -> Dialogue {
        let faulty = FaultyRequest([fault], probe)
        let caller = try faulty.caller { isCounted($0) && (try? place(of: $0, lacking: fault)) != nil }
        let wrong = try faulty.adding(to: try probe.request(as: caller))
        let elsewhere = try place(of: caller, lacking: fault)
        let request = try elsewhere.probe.request(as: caller)
        let expected = isFirst ? Refusal(fault.answers, of: probe.endpoint, in: probe.api) : refusal
        let cause = "once the same caller has used the limit up at \(elsewhere.probe.endpoint.id)"
        return elsewhere.refused(wrong, behind: request, as: expected, expecting: "\(expected.summary), \(cause)")
    }

    /// The limit is used up here, and a call of another endpoint has a fault.
    ///
    /// - Parameter isFirst: Whether the fault is found before that the limit is used up.
    func used(with fault: OrderFault, at other: APIDescription.Endpoint, isFirst: Bool) throws(MissingFixture) -> Dialogue {
        let faulty = FaultyRequest([fault], probe.at(other))
        let shared = try sharedRequests(with: other)
        let wrong = fault.isOfCaller ? try faulty.request() : try faulty.adding(to: shared.other)
        let expected = isFirst ? Refusal(fault.answers, of: other, in: probe.api) : refusal
        let cause = "once the limit is used up at \(probe.endpoint.id)"
        return refused(wrong, behind: shared.own, as: expected, expecting: "\(expected.summary), \(cause)")
    }

    /// An endpoint that the caller may call and whose calls the limit counts: another one, or the same for the caller's own tenant.
    private func place(of caller: FixtureCaller, lacking fault: OrderFault) throws(MissingFixture) -> LimitUse {
        let base = fault.stage == .tenant ? try probe.abroad() : probe
        let home = try base.home()
        for other in EndpointIndex(probe.api).endpoints(countedBy: limit) where other.method == .get {
            let use = LimitUse(base.at(other), limit)
            if use.probe.mayCall(caller, of: home), use.isCounted(caller), (try? use.probe.request(as: caller)) != nil { return use }
        }
        throw MissingFixture("an endpoint that the caller may read who may not call \(probe.endpoint.id)")
    }
}
