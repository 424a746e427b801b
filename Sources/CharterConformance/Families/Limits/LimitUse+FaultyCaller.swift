import CharterRuntime
import HTTPTypes

extension LimitUse {
    /// A caller who may not make the call has used the limit up where it may call.
    ///
    /// - Parameter isFirst: Whether the fault is found before that the limit is used up.
    func usedElsewhere(with fault: OrderFault, isFirst: Bool) throws(MissingFixture) -> Dialogue {
        let faulty = FaultyRequest([fault], probe)
        let (caller, wrong) = (try faulty.caller(), try faulty.request())
        guard isCounted(caller) else { throw MissingFixture("a caller whose calls the limit \(limit.name) counts") }
        let elsewhere = try place(of: caller)
        let request = try elsewhere.probe.request(as: caller)
        let expected = isFirst ? Refusal(fault.answers, of: probe.endpoint, in: probe.api) : refusal
        return Dialogue(wrong, expecting: "\(expected.summary), once \(elsewhere.probe.endpoint.id) has used the limit up") { conversation in
            let use = try await elsewhere.useUpWholeWindow(request, conversation)
            guard use.refused != nil else { throw elsewhere.unrefused(request, use, conversation) }
            let start = ContinuousClock.now
            let reply = try await conversation.exchanger.firstReply(to: wrong)
            try assertWithinWindow(use, start.duration(to: .now))
            try conversation.judge(reply, to: wrong, expected)
            return reply.outline
        }
    }

    /// Another endpoint that the caller may call and whose calls the limit counts.
    private func place(of caller: FixtureCaller) throws(MissingFixture) -> LimitUse {
        let home = try probe.home()
        let others = EndpointIndex(probe.api).endpoints(countedBy: limit).filter { $0.id != probe.endpoint.id && $0.method == .get }
        for other in others {
            let use = LimitUse(probe.at(other), limit)
            let mayCall = use.probe.callers(of: home).contains { known in
                known.entries.map(\.entry) == caller.entries.map(\.entry) && use.probe.hasScope(known) && use.probe.hasRole(known)
            }
            if mayCall, use.isCounted(caller), (try? use.probe.request(as: caller)) != nil { return use }
        }
        throw MissingFixture("an endpoint that the caller may read who may not call \(probe.endpoint.id)")
    }
}
