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
    /// - Throws: ``Fault`` for a key that the API's description does not allow.
    public func add(
        _ text: String,
        id: String,
        kind: String,
        scopes: Set<String>,
        tenant: String?,
        revokedAt: Timestamp? = nil,
        expiresAt: Timestamp? = nil
    ) throws(Fault) {
        guard let described = api.credentials.lazy.compactMap({ $0.kind(named: kind) }).first else { throw .unknownKind(kind) }
        guard text.hasPrefix(described.prefix), text.utf8.count > described.prefix.utf8.count else {
            throw .wrongPrefix(id: id, expected: described.prefix)
        }
        let unknown = scopes.filter { name in !api.scopes.contains { $0.name == name } }
        guard unknown.isEmpty else { throw .unknownScopes(unknown) }
        let excess = scopes.subtracting(api.scopes(scopes, within: described.holds))
        guard excess.isEmpty else { throw .scopesAboveCap(excess, kind: kind) }
        let key = StoredKey(id: id, kind: kind, scopes: scopes, tenant: tenant, revokedAt: revokedAt, expiresAt: expiresAt)
        let isNew = keys.withLock { keys in
            let hash = KeyHash(of: text)
            guard keys[hash] == nil else { return false }
            keys[hash] = key
            return true
        }
        guard isNew else { throw .alreadyAdded(id: id) }
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
