import CharterRuntime

/// What an API says of some of its keys: their credential, and their kind where they have one.
struct DescribedKey {
    let credential: APIDescription.Credential
    let kind: APIDescription.KeyKind?

    /// What an API says of the keys of a kind, or of a credential without kinds.
    ///
    /// - Throws: ``KeyFault`` if it says nothing of them.
    init(kind name: String?, credential: String?, id: String = "", in api: APIDescription) throws(KeyFault) {
        guard let name else {
            let named = credential.flatMap(api.credential(named:))
            guard let named, named.form == .key, named.kinds.isEmpty else { throw .kindMissing(id: id) }
            (self.credential, kind) = (named, nil)
            return
        }
        let candidates = api.credentials.filter { credential == nil || $0.name == credential }
        for candidate in candidates {
            guard let kind = candidate.kind(named: name) else { continue }
            (self.credential, self.kind) = (candidate, kind)
            return
        }
        throw .unknownKind(name, known: candidates.flatMap { $0.kinds.map(\.name) })
    }

    init(credential: APIDescription.Credential, kind: APIDescription.KeyKind?) {
        self.credential = credential
        self.kind = kind
    }

    /// The name of the kind, or of the credential where there are none.
    var name: String { kind?.name ?? credential.name }

    /// What each of the keys begins with; the empty text where that is not said.
    var prefix: String { kind?.prefix ?? "" }

    /// The scopes that each can hold at most.
    var cap: APIDescription.ScopeSet { kind?.holds ?? credential.holds }

    /// Whether those that this server makes end in a checksum.
    var endsInChecksum: Bool { kind?.form.map { KeyShape(form: $0)?.endsInChecksum ?? false } ?? true }

    /// Whether a text cannot be a key that this server made, because its checksum is missing or wrong.
    func lacksChecksum(_ text: String) -> Bool {
        endsInChecksum && !KeyChecksum.isAtEnd(of: text)
    }

    /// Whether a text has the prefix and the form of the keys.
    func fits(_ text: String, in api: APIDescription) -> Bool {
        kind?.fits(text, in: api) ?? true
    }
}

extension APIDescription.KeyKind {
    /// Whether a text has the prefix and the form of the keys of this kind.
    func fits(_ text: String, in api: APIDescription) -> Bool {
        guard text.hasPrefix(prefix) else { return false }
        guard let form else { return true }
        let rest = JSONValue.string(String(text.dropFirst(prefix.count)))
        return api.faults(of: rest, against: .string(pattern: "^(?:\(form))$")).isEmpty
    }
}
