import CharterRuntime
import HTTPTypes

/// A caller of one tenant deletes what another has: the reply is that to a repeated deletion, and what should have gone is still there.
struct ForeignDeletion: Procedure {
    private let deletion: EndpointRequest
    /// The probe of the tenant that has the thing.
    private let owner: EndpointProbe
    private let expectation: any Expectation

    /// - Parameters:
    ///   - owner: The probe of the tenant that has what the request of the foreigner deletes.
    ///   - isWithin: Whether it is deleted within something that the foreigner cannot see either.
    init(deletion: EndpointRequest, in owner: EndpointProbe, isWithin: Bool = false) {
        self.deletion = deletion
        self.owner = owner
        let accepted = Acceptance(of: deletion.endpoint)
        expectation = isWithin ? EitherOf(accepted, owner.refusal(.notFound)) : accepted
    }

    func carryOut(through exchanger: Exchanger) async throws(MissingFixture) -> Observation {
        let answer = try await SingleExchange(deletion, expecting: expectation).carryOut(through: exchanger)
        guard answer.isAsExpected, let reading = try reading() else { return answer }
        return try await SingleExchange(reading, expecting: Acceptance(of: reading.endpoint)).carryOut(through: exchanger)
    }

    /// The request by which the owner finds the thing; nil where the API has no endpoint that shows it.
    private func reading() throws(MissingFixture) -> EndpointRequest? {
        let segments = owner.endpoint.path.segments
        guard let reader = owner.api.endpoints.first(where: { $0.method == .get && $0.path.hasShape(of: segments) }) else { return nil }
        var reading = try owner.at(reader).sufficientRequest()
        // What is deleted is what has to be there afterwards, whatever the fixtures name elsewhere.
        reading.takePath(from: deletion)
        return reading
    }
}
