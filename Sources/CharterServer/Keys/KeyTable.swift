import CharterRuntime

/// Keys in memory: a plain value, so that whoever works on a copy of it can throw the copy away.
struct KeyTable: Sendable {
    private var keys: [KeyHash: StoredKey] = [:]
    private var hashes: [String: KeyHash] = [:]

    /// The key with that hash, or nil.
    subscript(hash: KeyHash) -> StoredKey? { keys[hash] }

    /// Adds a key.
    mutating func insert(_ key: StoredKey, hashed hash: KeyHash) throws(DuplicateKey) {
        guard keys[hash] == nil, hashes[key.id] == nil else { throw DuplicateKey(id: key.id) }
        keys[hash] = key
        hashes[key.id] = hash
    }

    /// Takes a key back, unless it was taken back before that instant.
    mutating func revokeKey(id: String, of owner: KeyOwner, at instant: Timestamp) -> StoredKey? {
        guard let hash = hashes[id], var key = keys[hash], owner.owns(keyOf: key.tenant) else { return nil }
        key.revokedAt = min(key.revokedAt ?? instant, instant)
        keys[hash] = key
        return key
    }

    /// Notes a use, unless a later one was noted.
    mutating func noteUse(ofKey id: String, at instant: Timestamp) {
        guard let hash = hashes[id], var key = keys[hash] else { return }
        key.lastUsedAt = max(key.lastUsedAt ?? instant, instant)
        keys[hash] = key
    }

    /// The key with that identifier, if it is the tenant's.
    func key(id: String, of tenant: String?) -> StoredKey? {
        guard let key = hashes[id].flatMap({ keys[$0] }), key.tenant == tenant else { return nil }
        return key
    }

    /// A part of the keys of a tenant, the first made first.
    func keys(of tenant: String?, _ page: OffsetPage) -> Page<StoredKey> {
        let all = keys.values.filter { $0.tenant == tenant }.sorted(by: Self.isInOrder)
        return Page(items: Array(all.dropFirst(page.offset).prefix(page.limit)), total: all.count)
    }

    private static func isInOrder(_ left: StoredKey, _ right: StoredKey) -> Bool {
        switch (left.createdAt, right.createdAt) {
        case (nil, .some): true
        case (.some, nil): false
        case (.some(let first), .some(let second)) where first != second: first < second
        // Bytes, as databases order them.
        default: left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
        }
    }
}
