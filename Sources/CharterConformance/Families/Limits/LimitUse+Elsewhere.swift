import CharterRuntime
import HTTPTypes

extension LimitUse {
    /// What is used up at one endpoint is used up at the others that the limit counts.
    func elsewhere(at others: [APIDescription.Endpoint]) throws(MissingFixture) -> Dialogue {
        _ = try allowed()
        let shared = try sharedRequests(others)
        let refusal = refusal.summary
        return Dialogue(shared.own, expecting: "\(refusal) at \(shared.others.count) other endpoints, once it is used up here") {
            conversation in
            let use = try await useUpWholeWindow(shared.own, conversation)
            guard use.refused != nil else { throw MissingFixture("a limit that can be used up at \(probe.endpoint.id)") }
            let watch = conversation.exchanger.stopwatch()
            let replies = try await withThrowingTaskGroup(of: (EndpointRequest, HTTPReply).self) { group in
                for other in shared.others {
                    group.addTask { (other, try await conversation.exchanger.firstReply(to: other)) }
                }
                return try await group.reduce(into: [(EndpointRequest, HTTPReply)]()) { $0.append($1) }
            }
            // Behind the end of a window, everybody may call again.
            guard limit.isWellWithinWindow(use.duration + watch.elapsed) else {
                throw MissingFixture(unfit: "the limit \(limit.name) could not be used up well within its window")
            }
            for (request, reply) in replies where !conversation.exchanger.limitRefusals.contains(reply) {
                throw conversation.fail(request, "\(request.endpoint.id) is not refused, when the limit is used up", reply)
            }
            return "\(replies.count) refused"
        }
    }

    /// A request here, and one that the limit counts with it at another endpoint.
    func sharedRequests(with other: APIDescription.Endpoint) throws(MissingFixture) -> (own: EndpointRequest, other: EndpointRequest) {
        let shared = try sharedRequests([other])
        guard let request = shared.others.first else { throw MissingFixture("a caller of \(other.id) whom the limit \(limit.name) counts") }
        return (shared.own, request)
    }

    /// A request here, and those that the limit counts with it at other endpoints: of the caller who may make most of them.
    private func sharedRequests(
        _ others: [APIDescription.Endpoint]
    ) throws(MissingFixture) -> (own: EndpointRequest, others: [EndpointRequest]) {
        var best: (own: EndpointRequest, others: [EndpointRequest])?
        for caller in callers(at: probe) {
            let requests = others.compactMap { other -> EndpointRequest? in
                let otherProbe = probe.at(other)
                let second = callers(at: otherProbe).first { second in
                    (limit.partition != .key && limit.partition != .user) || caller.entries.map(\.entry) == second.entries.map(\.entry)
                }
                return second.flatMap { try? otherProbe.request(as: $0) }
            }
            if requests.count > best?.others.count ?? 0 { best = (try probe.request(as: caller), requests) }
        }
        guard let best else { throw MissingFixture("a caller of \(probe.endpoint.id) whose calls the limit counts elsewhere too") }
        return best
    }

    /// Everyone who may call and whose calls the limit counts.
    private func callers(at probe: EndpointProbe) -> [FixtureCaller] {
        guard let home = probe.fixtures.tenants.first else { return [] }
        let use = LimitUse(probe, limit)
        let counted = probe.callers(of: home).filter { probe.hasScope($0) && probe.hasRole($0) && use.isCounted($0) }
        let known = counted.filter(hasNoNumber)
        // Rather somebody who is known to have no number of its own.
        return isByDocumentedNumber ? known : known + counted.filter { !hasNoNumber($0) }
    }
}
