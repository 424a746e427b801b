import CharterRuntime

/// Texts that stand where a credential should, and are none.
struct CredentialTexts {
    /// A token of three well-formed parts that nobody has signed.
    private static let unsignedToken =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJub2JvZHkifQ.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

    private let probe: EndpointProbe
    private let credential: APIDescription.Credential

    init(_ probe: EndpointProbe, _ credential: APIDescription.Credential) {
        self.probe = probe
        self.credential = credential
    }

    /// Presents a text beside what else is needed.
    func exchange(_ text: String, _ codes: [Problem.Code]) throws(MissingFixture) -> SingleExchange {
        var request = try probe.request(as: try probe.companions(of: credential.name))
        try request.present(noKey: text, as: credential)
        // Where nothing is found that credential is not the only one to ask for.
        let refusal = codes.contains(.credentialMissing) ? probe.refusal(codes) : probe.refusal(codes, of: credential)
        return SingleExchange(request, expecting: refusal)
    }

    /// The reason of a refusal, and what a server may say instead of a token: where it stops to read one is its own affair.
    func codes(_ code: Problem.Code, ofToken other: Problem.Code) -> [Problem.Code] {
        credential.form == .jwt ? [code, other] : [code]
    }

    /// Every text of this credential that the fixtures have.
    private var knownTexts: [String] { probe.fixtures.credentials.compactMap { credential.text(in: $0) } }

    func malformed() throws(MissingFixture) -> String {
        let texts = ["not-a-key", "0", "~"]
        guard let text = texts.first(where: { text in !credential.kinds.contains { probe.isKey(text, ofKind: $0) } }) else {
            throw MissingFixture("a text that looks like no key")
        }
        return text
    }

    /// The text has the prefix and the length of a real key, and nothing else of it, so that it may be printed.
    func unknown() throws(MissingFixture) -> String {
        if credential.form == .jwt { return Self.unsignedToken }
        let kinds = probe.api.validKinds(of: credential)
        // Whether there is such a key is asked before its kind.
        guard let kind = kinds.first(where: { probe.endpoint.keyKinds.contains($0.name) }) ?? kinds.first else {
            throw MissingFixture("a kind of key that is valid on this server")
        }
        return try lookAlike(of: kind)
    }

    func lookAlike(of kind: APIDescription.KeyKind) throws(MissingFixture) -> String {
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

    /// A valid key with one character more: what begins with a key is none.
    func longer() throws(MissingFixture) -> SingleExchange {
        let key = try probe.validText(of: credential)
        guard let text = ["0", "a", "A"].map({ key + $0 }).first(where: { !knownTexts.contains($0) }) else {
            throw MissingFixture("a text that begins with a key and is none")
        }
        return try exchange(text, [.credentialUnknown, .credentialMalformed])
    }

    /// A valid key without its last character: what a key begins with is none.
    func shorter() throws(MissingFixture) -> SingleExchange {
        let text = String(try probe.validText(of: credential).dropLast())
        guard !text.isEmpty, !knownTexts.contains(text) else { throw MissingFixture("a text that a key begins with and is none") }
        return try exchange(text, [.credentialUnknown, .credentialMalformed])
    }

    /// A valid key behind another character.
    func behindAnother() throws(MissingFixture) -> SingleExchange {
        let key = try probe.validText(of: credential)
        guard let text = ["x", "0", "A"].map({ $0 + key }).first(where: { !knownTexts.contains($0) }) else {
            throw MissingFixture("a text that ends with a key and is none")
        }
        return try exchange(text, [.credentialUnknown, .credentialMalformed])
    }

    /// A valid key with other capitals behind its prefix.
    func bodyInOtherCase() throws(MissingFixture) -> SingleExchange {
        let key = try probe.validText(of: credential)
        let prefix = credential.kinds.first { key.hasPrefix($0.prefix) }?.prefix ?? ""
        let text = prefix + key.dropFirst(prefix.count).map { $0.isUppercase ? $0.lowercased() : $0.uppercased() }.joined()
        guard !knownTexts.contains(text) else { throw MissingFixture("a key that has letters") }
        // Digits of base 16 may be read as the number that they are.
        guard text.dropFirst(prefix.count).contains(where: { !$0.isHexDigit && $0 != "-" }) else {
            throw MissingFixture(unfit: "keys of digits of base 16 may be the same in capitals")
        }
        return try exchange(text, [.credentialUnknown, .credentialMalformed])
    }

    /// A valid token under which another signature stands, or none, which its header says (RFC 7519 §6).
    func unsigned(_ signature: Signature) throws(MissingFixture) -> SingleExchange {
        let parts = try probe.validText(of: credential).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let first = parts[2].first else { throw MissingFixture("a token of three parts") }
        let text =
            switch signature {
            // {"alg":"none","typ":"JWT"}
            case .none: "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.\(parts[1])."
            case .other: "\(parts[0]).\(parts[1]).\(first == "B" ? "C" : "B")\(parts[2].dropFirst())"
            }
        return try exchange(text, [.credentialUnknown, .credentialMalformed])
    }

    /// What stands where the signature of a token should.
    enum Signature: String {
        case none, other
    }

    /// A valid key whose prefix has other capitals.
    func otherCase() throws(MissingFixture) -> SingleExchange {
        let key = try probe.validText(of: credential) { $0.prefix != $0.prefix.uppercased() }
        guard let kind = credential.kinds.first(where: { key.hasPrefix($0.prefix) }) else { throw MissingFixture("a key with its prefix") }
        return try exchange(kind.prefix.uppercased() + key.dropFirst(kind.prefix.count), [.credentialMalformed, .credentialUnknown])
    }
}
