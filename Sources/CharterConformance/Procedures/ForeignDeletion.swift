import CharterClient

/// A caller of one tenant deletes what another has: the reply is that to a repeated deletion, and what should have gone is still there.
struct ForeignDeletion: Procedure {
    /// The request of the foreigner.
    let deletion: EndpointProbe.Request
    /// The request by which the owner finds the thing; nil where the API has no endpoint that shows it.
    let reading: EndpointProbe.Request?

    func carryOut(through exchanger: Exchanger) async throws(MissingFixture) -> Observation {
        let answer = await SingleExchange(deletion, expecting: Acceptance(of: deletion.endpoint)).carryOut(through: exchanger)
        guard answer.isAsExpected, let reading else { return answer }
        return await SingleExchange(reading, expecting: Acceptance(of: reading.endpoint)).carryOut(through: exchanger)
    }
}
