import CharterRuntime
import HTTPTypes

/// A caller of one tenant deletes what another has: the reply is that to a repeated deletion, and what should have gone is still there.
struct ForeignDeletion: Procedure {
    private let deletion: EndpointRequest
    /// The probe of the tenant that has the thing.
    private let owner: EndpointProbe

    /// - Parameter owner: The probe of the tenant that has what the request of the foreigner deletes.
    init(deletion: EndpointRequest, in owner: EndpointProbe) {
        self.deletion = deletion
        self.owner = owner
    }

    func carryOut(through exchanger: Exchanger) async throws(MissingFixture) -> Observation {
        let answer = try await SingleExchange(deletion, expecting: Acceptance(of: deletion.endpoint)).carryOut(through: exchanger)
        guard answer.isAsExpected, let reading = try reading() else { return answer }
        return try await SingleExchange(reading, expecting: Acceptance(of: reading.endpoint)).carryOut(through: exchanger)
    }

    /// The request by which the owner finds the thing; nil where the API has no endpoint that shows it.
    private func reading() throws(MissingFixture) -> EndpointRequest? {
        let segments = owner.endpoint.path.segments
        guard let reader = owner.api.endpoints.first(where: { $0.method == .get && $0.path.hasShape(of: segments) }) else { return nil }
        var reading = try EndpointProbe(api: owner.api, endpoint: reader, fixtures: owner.fixtures).sufficientRequest()
        // What is deleted is what has to be there afterwards, whatever the fixtures name elsewhere.
        for (own, other) in zip(segments, reader.path.segments) {
            if case (.parameter(let name), .parameter(let place)) = (own, other) { reading.path[place] = deletion.path[name] }
        }
        return reading
    }
}
