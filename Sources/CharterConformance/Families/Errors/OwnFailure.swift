import CharterRuntime
import HTTPTypes

/// A failure that an endpoint documents itself: how to get it stands in the fixtures, or else doing the same twice may lead to it.
struct OwnFailure {
    private let probe: EndpointProbe
    private let failure: APIDescription.Failure

    init(_ probe: EndpointProbe, _ failure: APIDescription.Failure) {
        self.probe = probe
        self.failure = failure
    }

    /// The request of the fixtures that fails so; nil where they have none.
    func known() throws(MissingFixture) -> EndpointRequest? {
        guard let known = probe.fixtures.failures?[try probe.home()]?[probe.endpoint.id]?[failure.code] else { return nil }
        var request = try probe.sufficientRequest(with: known.body)
        for (name, value) in known.parameters ?? [:] { request.set(name, value) }
        return request
    }

    func procedure() throws(MissingFixture) -> any Procedure {
        let refusal = Refusal([(failure.status, failure.code)], of: probe.endpoint, in: probe.api)
        let home = try probe.home()
        if let request = try known() { return SingleExchange(request, expecting: refusal) }
        let request = try probe.sufficientRequest()
        let again = try probe.sufficientRequest()
        let place = #"failures["\#(home)"]["\#(probe.endpoint.id)"]["\#(failure.code)"]"#
        return Dialogue(again, expecting: refusal.summary) { conversation in
            _ = try await conversation.reply(to: request)
            let reply = try await conversation.reply(to: again)
            guard reply.head.status.code == failure.status, refusal.faults(in: reply, to: again).isEmpty else {
                throw MissingFixture("a request that fails so: \(place)")
            }
            return reply.outline
        }
    }
}

extension EndpointRequest {
    /// Gives a parameter of path or query its value.
    fileprivate mutating func set(_ name: String, _ value: String) {
        if path[name] != nil {
            path[name] = value
        } else {
            query.removeAll { $0.name == name }
            query.append(.init(name, value))
        }
    }
}
