import CharterRuntime

/// Keys that exist, and are for other calls.
struct CredentialKinds {
    private let probe: EndpointProbe

    init(_ probe: EndpointProbe) {
        self.probe = probe
    }

    /// A key of a kind none of which can hold the scope.
    func insufficient(_ kind: String) throws(MissingFixture) -> SingleExchange {
        SingleExchange(try probe.request(as: try probe.caller(ofKind: kind)), expecting: probe.refusal(.keyKindForbidden))
    }

    /// A key that the fixtures have of that kind, or else a text that looks like one.
    func otherEnvironment(
        _ kind: APIDescription.KeyKind,
        of credential: APIDescription.Credential
    ) throws(MissingFixture) -> SingleExchange {
        let texts = CredentialTexts(probe, credential)
        let entry = probe.fixtures.credentials.first { $0.kind == kind.name && $0.state == .valid }
        let known = entry.flatMap { credential.text(in: $0) }
        let text = if let known { known } else { try texts.lookAlike(of: kind) }
        return try texts.exchange(text, [.credentialForeign])
    }

    /// A valid credential that only other endpoints take.
    func ofOthers(_ credential: APIDescription.Credential) throws(MissingFixture) -> SingleExchange {
        let names = credential.kinds.isEmpty ? [credential.name] : probe.api.validKinds(of: credential).map(\.name)
        guard let entry = probe.fixtures.credentials.first(where: { names.contains($0.kind) && $0.state == .valid }) else {
            throw MissingFixture("a valid credential of kind \(names.joined(separator: " or "))")
        }
        let caller = FixtureCaller().adding(entry, as: credential.name)
        return SingleExchange(try probe.request(as: caller), expecting: probe.refusal(.credentialForeign))
    }
}
