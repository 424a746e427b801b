import CharterRuntime

/// Who may call at all: nobody without a key or token that exists, of a kind that may.
struct CredentialChecks {
    /// A token of three well-formed parts that nobody has signed.
    private static let unsignedToken =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJub2JvZHkifQ.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

    let probe: EndpointProbe

    func missing() throws(MissingFixture) -> SingleExchange {
        SingleExchange(try probe.request(), expecting: probe.refusal(.credentialMissing))
    }

    func missing(_ name: String) throws(MissingFixture) -> SingleExchange {
        SingleExchange(try probe.request(as: try probe.companions(of: name)), expecting: probe.refusal(.credentialMissing))
    }

    func malformed(_ credential: APIDescription.Credential) throws(MissingFixture) -> SingleExchange {
        let texts = ["not-a-key", "0", "~"]
        guard let text = texts.first(where: { text in !credential.kinds.contains { probe.isKey(text, ofKind: $0) } }) else {
            throw MissingFixture("a text that looks like no key")
        }
        return try exchange(text, as: credential, .credentialMalformed, ofToken: .credentialUnknown)
    }

    /// The text has the prefix and the length of a real key, and nothing else of it, so that it may be printed.
    func unknown(_ credential: APIDescription.Credential) throws(MissingFixture) -> SingleExchange {
        if credential.form == .jwt {
            return try exchange(Self.unsignedToken, as: credential, .credentialUnknown, ofToken: .credentialMalformed)
        }
        let kinds = probe.api.validKinds(of: credential)
        guard let kind = kinds.first(where: { probe.endpoint.keyKinds.contains($0.name) }) else {
            throw MissingFixture("a kind of key that may call")
        }
        return try exchange(try lookAlike(of: kind, in: credential), as: credential, .credentialUnknown)
    }

    private func lookAlike(
        of kind: APIDescription.KeyKind,
        in credential: APIDescription.Credential
    ) throws(MissingFixture) -> String {
        // Of a kind without a key, another kind shows how long they are behind their prefix.
        let length = ([kind] + credential.kinds).lazy.compactMap { other in
            probe.keyLength(ofKind: other, in: credential).map { $0 - other.prefix.count }
        }.first
        let texts = ["0", "a", "A", "F"].map { kind.prefix + String(repeating: $0, count: max(1, length ?? 32)) }
        guard let text = texts.first(where: { probe.isKey($0, ofKind: kind) }) else {
            throw MissingFixture("a text that looks like a key of kind \(kind.name) and is none")
        }
        return text
    }

    func insufficient(kind: String) throws(MissingFixture) -> SingleExchange {
        let credential = try probe.credential(ofKind: kind)
        let home = try probe.home()
        guard let key = probe.fixtures.credentials.first(where: { $0.kind == kind && $0.tenant == home && $0.state == .valid }) else {
            throw MissingFixture("a valid key of kind \(kind) of \(home)")
        }
        let caller = try probe.companions(of: credential.name).adding(key, as: credential.name)
        return SingleExchange(try probe.request(as: caller), expecting: probe.refusal(.keyKindForbidden))
    }

    /// A key that the fixtures have of that kind, or else a text that looks like one.
    func otherEnvironment(kind name: String) throws(MissingFixture) -> SingleExchange {
        let credential = try probe.credential(ofKind: name)
        guard let kind = credential.kind(named: name) else { throw MissingFixture("a described kind of key") }
        let known = probe.fixtures.credentials.first { $0.kind == name && $0.state == .valid }.flatMap { credential.text(in: $0) }
        let text = if let known { known } else { try lookAlike(of: kind, in: credential) }
        return try exchange(text, as: credential, .credentialForeign)
    }

    /// Presents a text beside what else is needed.
    ///
    /// - Parameter other: What a server may say instead of a token: where it stops to read one is its own affair.
    private func exchange(
        _ text: String,
        as credential: APIDescription.Credential,
        _ code: Problem.Code,
        ofToken other: Problem.Code? = nil
    ) throws(MissingFixture) -> SingleExchange {
        var request = try probe.request(as: try probe.companions(of: credential.name))
        try request.present(noKey: text, as: credential)
        let codes = [code] + (credential.form == .jwt ? [other].compactMap(\.self) : [])
        return SingleExchange(request, expecting: probe.refusal(codes))
    }
}
