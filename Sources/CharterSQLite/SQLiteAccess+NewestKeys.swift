public import CharterRuntime
public import CharterServer

extension SQLiteAccess {
    /// Keys of a tenant in the reverse of the order that `keys(of:_:)` has, those of unknown time not among them; revoked and expired ones are.
    ///
    /// A part begins behind the last key of the part before, so that it costs the same wherever it lies, and keys that come meanwhile move nothing.
    ///
    /// - Parameters:
    ///   - tenant: The tenant; nil for keys that belong to none.
    ///   - last: When the last key of the part before was made, and its identifier; nil for the first part.
    ///   - count: The most keys that are returned.
    /// - Throws: ``DamagedRow``; ``UnstorableInstant``; what kept the database from answering.
    public func newestKeys(
        of tenant: String?,
        before last: (createdAt: Timestamp, id: String)?,
        atMost count: Int
    ) async throws -> [StoredKey] {
        // Behind every text of an instant.
        let (instant, id) = (try last?.createdAt.storedText ?? "~", last?.id ?? "")
        return try await read { try StoredKey.newest($0, of: tenant, before: instant, id, atMost: count) }
    }
}
