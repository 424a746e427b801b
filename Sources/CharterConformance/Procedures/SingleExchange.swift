import CharterRuntime

/// One request, and what its reply should be.
struct SingleExchange: Procedure {
    private let request: EndpointRequest
    private let expectation: any Expectation

    init(_ request: EndpointRequest, expecting expectation: any Expectation) {
        self.request = request
        self.expectation = expectation
    }

    func carryOut(through exchanger: Exchanger) async throws(MissingFixture) -> Observation {
        try await Dialogue(request, expecting: expectation.summary) { conversation in
            try await conversation.reply(to: request, expecting: expectation).outline
        }.carryOut(through: exchanger)
    }
}
