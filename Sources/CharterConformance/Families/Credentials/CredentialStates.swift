import CharterRuntime

/// Keys and tokens that were good once.
struct CredentialStates {
    private let probe: EndpointProbe
    private let credential: APIDescription.Credential

    init(_ probe: EndpointProbe, _ credential: APIDescription.Credential) {
        self.probe = probe
        self.credential = credential
    }

    /// One of each kind that may call and that the fixtures have: a server may look at the state of one kind and not of another.
    func dialogue(_ state: Fixtures.State, _ code: Problem.Code) throws(MissingFixture) -> Dialogue {
        let names = credential.kinds.isEmpty ? [credential.name] : probe.api.validKinds(of: credential).map(\.name)
        let entries = probe.fixtures.credentials.filter { names.contains($0.kind) && $0.state == state }
        // Kinds that may call, so that nothing else is wrong with the key.
        let fit = entries.filter { probe.endpoint.keyKinds.contains($0.kind) }
        var kinds: Set<String> = []
        let tried = (fit.isEmpty ? Array(entries.prefix(1)) : fit).filter { kinds.insert($0.kind).inserted }
        let companions = try probe.companions(of: credential.name)
        var requests: [EndpointRequest] = []
        for entry in tried { requests.append(try probe.request(as: companions.adding(entry, as: credential.name))) }
        guard let first = requests.first else {
            throw MissingFixture("a credential of kind \(names.joined(separator: " or ")) whose state is \(state.rawValue)")
        }
        let refusal = probe.refusal([code], of: credential)
        let each = requests.count > 1 ? ", for each of \(kinds.sorted().joined(separator: ", "))" : ""
        return Dialogue(first, expecting: refusal.summary + each) { [requests] conversation in
            var outline = ""
            for request in requests { outline = try await conversation.reply(to: request, expecting: refusal).outline }
            return outline
        }
    }
}
