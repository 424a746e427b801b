/// Where a server looks up the keys that it issued.
public protocol KeyStore: Sendable {
    /// The key with that hash, also if it is revoked or expired; nil if none was issued.
    ///
    /// - Throws: what kept the store from answering; the request is then answered 500.
    func key(hashed hash: KeyHash) async throws -> StoredKey?
}
