import CharterRuntime
import HTTPTypes

/// A value that is as good as others, and that a server may not know.
struct RareValue {
    private let probe: EndpointProbe
    private let rare: EndpointRequest
    private let common: EndpointRequest

    /// - Parameters:
    ///   - rare: Has the value.
    ///   - common: Has one of its kind that every server knows.
    init(_ rare: EndpointRequest, beside common: EndpointRequest, _ probe: EndpointProbe) {
        (self.probe, self.rare, self.common) = (probe, rare, common)
    }

    /// It is taken where the other one is.
    func dialogue() -> Dialogue {
        let expectation = probe.documentedResult
        return Dialogue(rare, expecting: expectation.summary) { conversation in
            let reply = try await conversation.reply(to: rare)
            if expectation.faults(in: reply, to: rare).isEmpty { return reply.outline }
            if !(400..<500).contains(reply.head.status.code) { try conversation.judge(reply, to: rare, expectation) }
            // What is made of days and instants may depend on which they are, as no contract says.
            guard probe.endpoint.success.isStatus(of: try await conversation.reply(to: common)) else {
                throw MissingFixture("a call of \(probe.endpoint.id) that succeeds with an ordinary value in this place")
            }
            try conversation.judge(reply, to: rare, expectation)
            return reply.outline
        }
    }
}
