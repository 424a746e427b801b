import CharterRuntime

/// Who may call at all: nobody without a key that exists, of a kind that may.
struct CredentialChecks {
    let probe: EndpointProbe

    static func checks(of endpoint: APIDescription.Endpoint, in api: APIDescription) -> [Check] {
        guard let credential = endpoint.credential.flatMap(api.credential) else { return [] }
        let otherKinds = credential.kinds.map(\.name).filter { !endpoint.keyKinds.contains($0) }
        return [.missingCredential, .malformedCredential, .unknownCredential] + otherKinds.map(Check.insufficientKind)
    }

    func missing() throws(MissingFixture) -> SingleExchange {
        SingleExchange(try probe.request(), expecting: Refusal(status: 401, code: .credentialMissing, format: probe.api.errors))
    }

    func malformed() throws(MissingFixture) -> SingleExchange {
        let prefixes = try probe.credential().kinds.map(\.prefix)
        guard let text = ["not-a-key", "0", "~"].first(where: { text in !prefixes.contains(where: text.hasPrefix) }) else {
            throw MissingFixture("a text that begins like no key")
        }
        return SingleExchange(
            try probe.request(presenting: text),
            expecting: Refusal(status: 401, code: .credentialMalformed, format: probe.api.errors)
        )
    }

    /// The text has the prefix and the length of a real key, and nothing else of it, so that it may be printed.
    func unknown() throws(MissingFixture) -> SingleExchange {
        let credential = try probe.credential()
        guard let kind = credential.kinds.first(where: { probe.endpoint.keyKinds.contains($0.name) }) else {
            throw MissingFixture("a kind of key that may call")
        }
        let length = probe.keyLength(ofKind: kind) ?? kind.prefix.count + 32
        let text = kind.prefix + String(repeating: "0", count: max(1, length - kind.prefix.count))
        return SingleExchange(
            try probe.request(presenting: text),
            expecting: Refusal(status: 401, code: .credentialUnknown, format: probe.api.errors)
        )
    }

    func insufficient(kind: String) throws(MissingFixture) -> SingleExchange {
        let key = try probe.key("a valid key of kind \(kind)") { $0.kind == kind }
        return SingleExchange(
            try probe.request(with: key),
            expecting: Refusal(status: 403, code: .keyKindForbidden, format: probe.api.errors)
        )
    }
}
