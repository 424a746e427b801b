import CharterRuntime

/// Where a server looks up the keys that it issued.
///
/// A key is found by its hash and never by its text, so that what a look-up in a dictionary or an index takes in time tells nothing of any key: whoever
/// could see how far a hash agrees with a stored one would still have no text that makes it agree further. Hashes are compared as ``KeyHash`` values,
/// in a time that does not depend on where they differ.
public protocol KeyStore: KeyKeeping {
    /// The key with that hash, also if it is revoked or expired; nil if none was issued.
    ///
    /// - Throws: what kept the store from answering; the request is then answered 500.
    func key(hashed hash: KeyHash) async throws -> StoredKey?

    /// Notes that a key was used, unless a later use was noted; by default nothing, for stores that do not say when keys were used.
    ///
    /// A server calls it at most once a minute for each key, so that requests which only read stay so. No request waits for it, and a use that cannot be noted
    /// refuses nobody: the error is logged.
    ///
    /// - Parameters:
    ///   - id: The public identifier of the key.
    ///   - instant: When it was used.
    /// - Throws: what kept the store from writing.
    func noteUse(ofKey id: String, at instant: Timestamp) async throws
}

extension KeyStore {
    /// Notes nothing.
    public func noteUse(ofKey id: String, at instant: Timestamp) async throws {}
}
