import CharterRuntime
import Synchronization

/// Keys that are gone when the process ends: for tests and demonstrations.
public final class InMemoryKeyStore: KeyStore, KeyRegistry {
    /// Why a key cannot be added.
    public typealias Fault = KeyFault

    /// Whether every key in the store ends in a checksum, as far as the form of its kind leaves room for it.
    public let holdsChecksummedKeysOnly: Bool
    private let api: APIDescription
    private let keys = Mutex(KeyTable())

    /// Creates an empty store for the keys of an API.
    ///
    /// - Parameter holdsChecksummedKeysOnly: Whether mistyped and invented keys are refused before they are looked up; true only where a ``KeyIssuer`` makes
    ///   every key.
    public init(_ api: APIDescription, holdsChecksummedKeysOnly: Bool = false) {
        self.api = api
        self.holdsChecksummedKeysOnly = holdsChecksummedKeysOnly
    }

    /// Adds a key whose text was chosen, as tests do; only its hash is kept.
    ///
    /// A key of a credential without kinds has no kind, but the name of that credential.
    ///
    /// - Throws: ``KeyFault`` for a key that the API's description does not allow.
    public func add(
        _ text: String,
        id: String,
        kind: String?,
        credential: String? = nil,
        scopes: Set<String>,
        roles: CallerRoles = [],
        user: String? = nil,
        tenant: String?,
        otherTenants: Set<String> = [],
        limits: [String: Int] = [:],
        revokedAt: Timestamp? = nil,
        expiresAt: Timestamp? = nil
    ) throws(KeyFault) {
        let described = try DescribedKey(kind: kind, credential: credential, id: id, in: api)
        try described.checkPrefix(of: text, id: id)
        try described.checkScopes(scopes, in: api)
        if holdsChecksummedKeysOnly, described.lacksChecksum(text) { throw .checksumMissing(id: id) }
        let key = StoredKey(
            id: id,
            kind: kind,
            credential: credential,
            scopes: scopes,
            roles: roles,
            user: user,
            tenant: tenant,
            otherTenants: otherTenants,
            limits: limits,
            revokedAt: revokedAt,
            expiresAt: expiresAt
        )
        do throws(DuplicateKey) { try insert(key, hashed: KeyHash(of: text)) } catch { throw .alreadyAdded(id: id) }
    }

    /// The key with that hash, or nil.
    public func key(hashed hash: KeyHash) -> StoredKey? {
        keys.withLock { $0[hash] }
    }

    /// Notes that a key was used.
    public func noteUse(ofKey id: String, at instant: Timestamp) async {
        keys.withLock { $0.noteUse(ofKey: id, at: instant) }
    }

    /// Writes a key as it is: what the API's description allows is the business of ``KeyIssuer``.
    public func insert(_ key: StoredKey, hashed hash: KeyHash) throws(DuplicateKey) {
        try keys.withLock { keys throws(DuplicateKey) in try keys.insert(key, hashed: hash) }
    }

    /// Takes a key back; nil if the owner has none with that identifier.
    public func revokeKey(id: String, of owner: KeyOwner, at instant: Timestamp) -> StoredKey? {
        keys.withLock { $0.revokeKey(id: id, of: owner, at: instant) }
    }

    /// The key with that identifier, or nil.
    public func key(id: String, of tenant: String?) -> StoredKey? {
        keys.withLock { $0.key(id: id, of: tenant) }
    }

    /// A part of the keys of a tenant and their number.
    public func keys(of tenant: String?, _ page: OffsetPage) -> Page<StoredKey> {
        keys.withLock { $0.keys(of: tenant, page) }
    }
}
