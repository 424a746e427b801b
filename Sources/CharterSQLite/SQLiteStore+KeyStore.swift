public import CharterRuntime
public import CharterServer
import GRDB

extension SQLiteStore: KeyStore {
    /// The key with that hash, as the database has it at this moment: a key that was taken back is so at once, in every process.
    public func key(hashed hash: KeyHash) async throws -> StoredKey? {
        // A single statement sees one state of the database by itself, and needs no transaction for that.
        try await pool.unsafeRead { try StoredKey.find($0, hashed: hash) }
    }

    /// Notes that a key was used, unless a later use was noted.
    public func noteUse(ofKey id: String, at instant: Timestamp) async throws {
        try await write { try StoredKey.noteUse($0, ofKey: id, at: instant) }
    }
}
