import CharterRuntime

/// Keys and tokens that were good once.
struct CredentialStates {
    private let probe: EndpointProbe
    private let credential: APIDescription.Credential

    init(_ probe: EndpointProbe, _ credential: APIDescription.Credential) {
        self.probe = probe
        self.credential = credential
    }

    func exchange(_ state: Fixtures.State, _ code: Problem.Code) throws(MissingFixture) -> SingleExchange {
        let names = credential.kinds.isEmpty ? [credential.name] : probe.api.validKinds(of: credential).map(\.name)
        let entries = probe.fixtures.credentials.filter { names.contains($0.kind) && $0.state == state }
        // Kinds that may call go first, so that nothing else is wrong with the key.
        guard let entry = entries.first(where: { probe.endpoint.keyKinds.contains($0.kind) }) ?? entries.first else {
            throw MissingFixture("a credential of kind \(names.joined(separator: " or ")) whose state is \(state.rawValue)")
        }
        let caller = try probe.companions(of: credential.name).adding(entry, as: credential.name)
        return SingleExchange(try probe.request(as: caller), expecting: probe.refusal(code))
    }
}
