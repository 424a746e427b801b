import CharterRuntime

/// Where a server writes the keys that it issues, and finds them again by what may be shown of them.
///
/// A store is one, and so is a transaction of a store that keeps keys together with the effects of calls: a key that is issued within one is there if and only
/// if the call is answered. ``KeyIssuer`` makes what is written here.
///
/// Keys are asked for together with the tenant they belong to, so that no handler can show or revoke another tenant's. Nil are the keys that belong to none.
public protocol KeyRegistry: KeyKeeping {
    /// Writes a new key.
    ///
    /// - Throws: ``DuplicateKey`` if there is a key with that hash or that identifier; what kept the registry from writing.
    func insert(_ key: StoredKey, hashed hash: KeyHash) async throws

    /// Takes a key back, at once and for good, whatever the clock shows later.
    ///
    /// - Parameter instant: When that was, to be shown; a key that was taken back earlier keeps its instant.
    /// - Returns: The key as it is now; nil if the tenant has none with that identifier.
    /// - Throws: what kept the registry from writing.
    func revokeKey(id: String, of tenant: String?, at instant: Timestamp) async throws -> StoredKey?

    /// The key with that identifier, also if it is revoked or expired; nil if the tenant has none.
    ///
    /// - Throws: what kept the registry from answering.
    func key(id: String, of tenant: String?) async throws -> StoredKey?

    /// A part of the keys of a tenant and their number, revoked and expired ones too.
    ///
    /// The first made comes first, those of unknown time before all others; of keys made at once the one whose identifier comes first, byte by byte in UTF-8.
    ///
    /// - Throws: what kept the registry from answering.
    func keys(of tenant: String?, _ page: OffsetPage) async throws -> Page<StoredKey>
}
