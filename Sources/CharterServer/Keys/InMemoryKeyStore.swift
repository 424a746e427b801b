import CharterRuntime
import Synchronization

/// Keys that are gone when the process ends: for tests and demonstrations.
public final class InMemoryKeyStore: KeyStore {
    private let api: APIDescription
    private let keys = Mutex<[KeyHash: StoredKey]>([:])

    /// Creates an empty store for the keys of an API.
    public init(_ api: APIDescription) {
        self.api = api
    }

    /// Adds a key; only its hash is kept.
    ///
    /// A key of a credential without kinds has no kind, but the name of that credential.
    ///
    /// - Throws: ``Fault`` for a key that the API's description does not allow.
    public func add(
        _ text: String,
        id: String,
        kind: String?,
        credential: String? = nil,
        scopes: Set<String>,
        roles: Set<String> = [],
        user: String? = nil,
        tenant: String?,
        otherTenants: Set<String> = [],
        revokedAt: Timestamp? = nil,
        expiresAt: Timestamp? = nil
    ) throws(Fault) {
        let cap = try cap(of: text, id: id, kind: kind, credential: credential)
        let unknown = scopes.filter { name in !api.scopes.contains { APIDescription.ScopeSet.matches(name, $0.name) } }
        guard unknown.isEmpty else { throw .unknownScopes(unknown) }
        let excess = scopes.subtracting(api.scopes(scopes, within: cap))
        guard excess.isEmpty else { throw .scopesAboveCap(excess, kind: kind ?? credential ?? "") }
        let key = StoredKey(
            id: id,
            kind: kind,
            credential: credential,
            scopes: scopes,
            roles: roles,
            user: user,
            tenant: tenant,
            otherTenants: otherTenants,
            revokedAt: revokedAt,
            expiresAt: expiresAt
        )
        let isNew = keys.withLock { keys in
            let hash = KeyHash(of: text)
            guard keys[hash] == nil else { return false }
            keys[hash] = key
            return true
        }
        guard isNew else { throw .alreadyAdded(id: id) }
    }

    /// The scopes that a key can hold at most, by its kind or by its credential.
    private func cap(of text: String, id: String, kind: String?, credential: String?) throws(Fault) -> APIDescription.ScopeSet {
        guard let kind else {
            let named = credential.flatMap(api.credential(named:))
            guard let named, named.form == .key, named.kinds.isEmpty else { throw .kindMissing(id: id) }
            return named.holds
        }
        let candidates = api.credentials.filter { credential == nil || $0.name == credential }
        guard let described = candidates.lazy.compactMap({ $0.kind(named: kind) }).first else { throw .unknownKind(kind) }
        guard text.hasPrefix(described.prefix), text.utf8.count > described.prefix.utf8.count else {
            throw .wrongPrefix(id: id, expected: described.prefix)
        }
        return described.holds
    }

    /// The key with that hash, or nil.
    public func key(hashed hash: KeyHash) -> StoredKey? {
        keys.withLock { $0[hash] }
    }

    /// Why a key cannot be added.
    ///
    /// No case holds the key itself.
    public enum Fault: Error, Hashable, Sendable {
        /// The API has no kind of key of that name.
        case unknownKind(String)
        /// The key has no kind, and its credential is none that does without.
        case kindMissing(id: String)
        /// The key does not begin as keys of its kind do, or has nothing behind that.
        case wrongPrefix(id: String, expected: String)
        /// The API has no scopes of these names.
        case unknownScopes(Set<String>)
        /// Keys of that kind cannot hold these scopes.
        case scopesAboveCap(Set<String>, kind: String)
        /// The same key is in the store.
        case alreadyAdded(id: String)
    }
}
