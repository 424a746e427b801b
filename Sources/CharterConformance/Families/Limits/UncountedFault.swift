import CharterRuntime
import HTTPTypes

/// What is wrong with a request so that it is refused with a status that a limit does not count.
struct UncountedFault {
    private let stage: OrderFault?

    /// - Returns: nil where no request is known to be refused so.
    init?(_ status: Int, of endpoint: APIDescription.Endpoint, in api: APIDescription) {
        let stages: [APIDescription.RequestRules.Stage] = [.parameters, .body, .mediaType, .size]
        stage = stages.lazy.compactMap { OrderFault($0, of: endpoint, in: api) }.first { $0.answers.allSatisfy { $0.status == status } }
        let needsFields = endpoint.requestBody.flatMap { api.resolved($0.schema) }.map { body in
            if case .object(let fields) = body.schema { fields.contains(where: \.isRequired) } else { false }
        }
        let isOfField = needsFields == true && api.errors.status(of: .invalidField) == status
        if stage == nil, !isOfField { return nil }
    }

    func adding(to request: EndpointRequest, _ probe: EndpointProbe) throws(MissingFixture) -> EndpointRequest {
        if let stage { return try FaultyRequest([stage], probe).adding(to: request) }
        var request = request
        request.body = try probe.body(holding: .object([:]))
        return request
    }
}

extension LimitUse {
    /// What is answered with a status that is not counted, at whatever endpoint, uses nothing up.
    func exception(of status: Int, at other: APIDescription.Endpoint) throws(MissingFixture) -> Dialogue {
        let allowed = try allowed()
        let shared = try sharedRequests(with: other)
        guard let fault = UncountedFault(status, of: other, in: probe.api) else {
            throw MissingFixture("a call of \(other.id) that is answered \(status)")
        }
        let wrong = try fault.adding(to: shared.other, probe.at(other))
        return Dialogue(shared.own, expecting: "\(allowed) calls in a window beside those that are answered \(status)") { conversation in
            try await begin(conversation)
            for _ in 0..<3 {
                let reply = try await conversation.exchanger.firstReply(to: wrong)
                guard reply.head.status.code == status else { throw MissingFixture("a call of \(other.id) that is answered \(status)") }
            }
            let use = try await count(shared.own, conversation, before: 3)
            if use.passed < allowed {
                let reason = "only \(use.passed) of \(allowed) calls passed behind 3 that were answered \(status)"
                throw self.fault(shared.own, reason, use.refused, conversation)
            }
            return "\(use.passed) passed"
        }
    }
}
