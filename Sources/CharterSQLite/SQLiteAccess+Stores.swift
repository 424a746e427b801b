public import CharterRuntime
public import CharterServer
import GRDB

/// How many rows are forgotten at once, so that nothing that wants to write waits long.
private let rowsForgottenAtOnce = 1_000

// MARK: - Limits
extension SQLiteAccess {
    /// Changes some tallies, in one transaction.
    ///
    /// - Throws: ``DamagedRow`` for a tally that cannot be read; ``UnstorableText``; what kept the database from answering.
    public func update<Result: Sendable>(
        _ counts: [LimitCount],
        _ body: @Sendable (inout [LimitTally]) -> Result
    ) async throws -> Result {
        try await write { database in
            let before = try counts.map { try LimitTally.find(database, of: $0) }
            var tallies = before
            let result = body(&tallies)
            for (index, count) in counts.enumerated() where tallies[index] != before[index] {
                try tallies[index].keep(database, of: count)
            }
            return result
        }
    }
}

// MARK: - Repeated calls
extension SQLiteAccess {
    /// What is remembered of a call; nil for one that was not made, or that is forgotten.
    ///
    /// - Throws: ``DamagedRow``; what kept the database from answering.
    public func record(of call: CallID) async throws -> IdempotencyRecord? {
        try await read { try IdempotencyRecord.find($0, of: call) }
    }

    /// Remembers a call, in place of what was remembered of it.
    ///
    /// - Throws: ``UnstorableInstant``; what kept the database from writing.
    public func remember(_ record: IdempotencyRecord) async throws {
        try await write { try record.keep($0) }
    }

    /// Forgets calls whose time is over, a part at a time.
    ///
    /// - Throws: ``UnstorableInstant``; what kept the database from writing.
    public func forgetCalls(endedBy instant: Timestamp) async throws {
        let text = try instant.storedText
        try await forgetInParts { try IdempotencyRecord.forget($0, endedBy: text, atMost: $1) }
    }

    /// Deletes rows until there are no more.
    ///
    /// - Parameter delete: Deletes rows, at most so many.
    /// - Returns: How many it deleted.
    package func forgetInParts(_ delete: @Sendable (Database, _ limit: Int) throws -> Int) async throws {
        while try await write({ try delete($0, rowsForgottenAtOnce) }) == rowsForgottenAtOnce {}
    }
}

// MARK: - Keys
extension SQLiteAccess {
    /// Writes a new key.
    ///
    /// - Throws: `DuplicateKey` if there is a key with that hash or that identifier; ``UnstorableText`` and ``UnstorableInstant``; what kept the database from writing.
    public func insert(_ key: StoredKey, hashed hash: KeyHash) async throws {
        try await write { try key.insert($0, hashed: hash) }
    }

    /// Takes a key back, at once and for good; one that was taken back earlier keeps its instant.
    ///
    /// - Throws: ``DamagedRow``; ``UnstorableInstant``; what kept the database from writing.
    @discardableResult
    public func revokeKey(id: String, of tenant: String?, at instant: Timestamp) async throws -> StoredKey? {
        try await write { try StoredKey.revoke($0, id: id, of: tenant, at: instant) }
    }

    /// The key with that identifier, also if it is revoked or expired; nil if the tenant has none.
    ///
    /// - Throws: ``DamagedRow``; what kept the database from answering.
    public func key(id: String, of tenant: String?) async throws -> StoredKey? {
        try await read { try StoredKey.find($0, id: id, of: tenant) }
    }

    /// A part of the keys of a tenant and their number.
    ///
    /// - Throws: ``DamagedRow``; what kept the database from answering.
    public func keys(of tenant: String?, _ page: OffsetPage) async throws -> Page<StoredKey> {
        try await read { try StoredKey.list($0, of: tenant, page) }
    }
}
