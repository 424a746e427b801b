import CharterRuntime

extension EndpointProbe {
    /// Whether a text looks like a key of that kind.
    func isKey(_ text: String, ofKind kind: APIDescription.KeyKind) -> Bool {
        guard text.hasPrefix(kind.prefix) else { return false }
        guard let form = kind.form else { return true }
        let rest = JSONValue.string(String(text.dropFirst(kind.prefix.count)))
        return api.faults(of: rest, against: .string(pattern: "^(?:\(form))$")).isEmpty
    }

    /// The length of the keys of a kind, if there is one to see it from.
    func keyLength(ofKind kind: APIDescription.KeyKind, in credential: APIDescription.Credential) -> Int? {
        let keys = fixtures.credentials.filter { $0.kind == kind.name }.compactMap { credential.text(in: $0) }
        return keys.first { $0.hasPrefix(kind.prefix) }?.count
    }
}
