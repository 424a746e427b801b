/// Why a key cannot be made or kept.
///
/// No case holds the key itself.
public enum KeyFault: Error, Hashable, Sendable {
    /// The API has no kind of key of that name; it has those that are known.
    case unknownKind(String, known: [String])
    /// The key has no kind, and its credential is none that does without.
    case kindMissing(id: String)
    /// The key does not begin as keys of its kind do, or has nothing behind that.
    case wrongPrefix(id: String, expected: String)
    /// What stands behind the prefix has not the form that its kind states.
    case wrongForm(id: String, expected: String)
    /// The key has no checksum, and whoever keeps it says that all have one.
    case checksumMissing(id: String)
    /// The API has no scopes of these names.
    case unknownScopes(Set<String>)
    /// Keys of that kind cannot hold these scopes.
    case scopesAboveCap(Set<String>, kind: String)
    /// Callers with that credential cannot have these roles.
    case rolesAboveCap(Set<String>, credential: String)
    /// Keys of that kind belong to no tenant.
    case tenantForbidden(kind: String)
    /// No limit of the API has an override of that name.
    case unknownLimit(String)
    /// A number of its own for that limit is less than 1.
    case limitTooSmall(String)
    /// The key would be expired when it is made.
    case expiresTooSoon(id: String)
    /// The same key is in the store.
    case alreadyAdded(id: String)
    /// The form of the kind is no sequence of characters and classes, from which keys can be made.
    case formNotUnderstood(kind: String, form: String)
    /// Keys of that form have fewer than 128 random bits.
    case formTooNarrow(kind: String, form: String, bits: Int)
}

extension KeyFault: CustomStringConvertible {
    /// What is wrong, and how to mend it.
    public var description: String {
        switch self {
        case .unknownKind(let kind, let known):
            "the API has no kind of key '\(kind)'\(known.isEmpty ? "" : "; it has \(Set(known).listed)")"
        case .kindMissing(let id): "the key\(id.isEmpty ? "" : " '\(id)'") has no kind: name one, or a credential that has none"
        case .wrongPrefix(let id, let prefix): "the key '\(id)' must begin with '\(prefix)', and have something behind it"
        case .wrongForm(let id, let form): "behind its prefix the key '\(id)' must have the form '\(form)'"
        case .checksumMissing(let id):
            "the key '\(id)' has no checksum: it can be kept only where 'holdsChecksummedKeysOnly' is false"
        case .unknownScopes(let names): "the API has no scopes \(names.listed)"
        case .scopesAboveCap(let names, let kind): "keys of the kind '\(kind)' cannot hold the scopes \(names.listed)"
        case .rolesAboveCap(let names, let credential): "callers with the credential '\(credential)' cannot have the roles \(names.listed)"
        case .tenantForbidden(let kind): "keys of the kind '\(kind)' open every tenant and belong to none"
        case .unknownLimit(let name): "no limit of the API has the override '\(name)'"
        case .limitTooSmall(let name): "'\(name)' must be at least 1"
        case .expiresTooSoon(let id): "the key '\(id)' would be expired when it is made"
        case .alreadyAdded(let id): "the key '\(id)' is in the store already"
        case .formNotUnderstood(let kind, let form):
            "no keys of the kind '\(kind)' can be made: its form '\(form)' is no sequence of characters and classes such as '[0-9a-f]{40}'; "
                + "write it so, or issue them elsewhere and adopt them"
        case .formTooNarrow(let kind, let form, let bits):
            "no keys of the kind '\(kind)' can be made: its form '\(form)' has room for \(bits) random bits, and they need 128; make it longer"
        }
    }
}

extension Set<String> {
    fileprivate var listed: String { sorted().map { "'\($0)'" }.joined(separator: ", ") }
}
