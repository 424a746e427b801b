import CharterClient
import CharterRuntime

/// One request, and what its reply should be.
struct SingleExchange: Procedure {
    private let request: EndpointRequest
    private let expectation: any Expectation

    init(_ request: EndpointRequest, expecting expectation: any Expectation) {
        self.request = request
        self.expectation = expectation
    }

    func carryOut(through exchanger: Exchanger) async -> Observation {
        let observe = { Observation(request: request, expected: expectation.summary, actual: $0, isAsExpected: $1) }
        do {
            let reply = try await exchanger.reply(to: request)
            let faults = expectation.faults(in: reply, to: request)
            if faults.isEmpty { return observe(reply.outline, true) }
            return observe("\(faults.joined(separator: "; ")) (\(exchanger.excerpt(reply)))", false)
        } catch {
            return observe("no reply: \(error)", false)
        }
    }
}
