public import CharterRuntime
import Synchronization

extension InMemoryEffects: KeyStore {
    /// The key with that hash, or nil.
    public func key(hashed hash: KeyHash) -> StoredKey? {
        kept.withLock { $0.keys[hash] }
    }

    /// Notes that a key was used.
    public func noteUse(ofKey id: String, at instant: Timestamp) async {
        kept.withLock { $0.keys.noteUse(ofKey: id, at: instant) }
    }
}

extension InMemoryEffects: KeyRegistry {
    /// The keys that are committed.
    var keys: KeyTable { kept.withLock { $0.keys } }

    /// Writes a key in a transaction of its own.
    public func insert(_ key: StoredKey, hashed hash: KeyHash) async throws {
        try await withTransaction { try $0.insert(key, hashed: hash) }
    }

    /// Takes a key back in a transaction of its own; nil if the owner has none with that identifier.
    public func revokeKey(id: String, of owner: KeyOwner, at instant: Timestamp) async throws -> StoredKey? {
        try await withTransaction { try $0.revokeKey(id: id, of: owner, at: instant) }
    }

    /// The key with that identifier, or nil.
    public func key(id: String, of tenant: String?) -> StoredKey? {
        keys.key(id: id, of: tenant)
    }

    /// A part of the keys of a tenant and their number.
    public func keys(of tenant: String?, _ page: OffsetPage) -> Page<StoredKey> {
        keys.keys(of: tenant, page)
    }
}
