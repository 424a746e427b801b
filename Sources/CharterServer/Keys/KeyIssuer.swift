import CharterRuntime

/// Issues keys: makes their text, and has a registry keep all but that.
///
/// A key can be given no more than the API's description lets its kind have. What a kind may hold is looked at again whenever the key is used, so that a
/// later contract that allows less holds for older keys too.
public struct KeyIssuer: Sendable {
    private let api: APIDescription
    private let now: @Sendable () -> Timestamp

    /// Issues the keys of an API.
    ///
    /// - Parameters:
    ///   - api: What the API documents.
    ///   - now: The clock that says when keys were made.
    public init(_ api: APIDescription, now: @escaping @Sendable () -> Timestamp = { .now() }) {
        self.api = api
        self.now = now
    }

    /// Makes a key and writes down what is kept of it.
    ///
    /// - Parameter registry: Where it is kept: a store, or the transaction that a handler was given.
    /// - Returns: The key; nothing else shows its text, now or later.
    /// - Throws: ``KeyFault`` for a key that the API's description does not allow; ``DuplicateKey`` for an identifier that is taken; what kept the registry from
    ///   writing.
    @discardableResult
    public func issue(_ draft: KeyDraft, in registry: some KeyRegistry) async throws -> IssuedKey {
        let id = draft.id ?? UniqueID().description
        let described = try DescribedKey(kind: draft.kind, credential: draft.credential, id: id, in: api)
        let now = now()
        try draft.check(described, id: id, in: api, at: now)
        var generator = SystemRandomNumberGenerator()
        let key = try KeyMaker(api).key(described, using: &generator)
        let stored = StoredKey(draft, id: id, displayPrefix: key.displayPrefix, createdAt: now)
        try await registry.insert(stored, hashed: key.hash)
        return IssuedKey(key: key, stored: stored)
    }

    /// Takes over a key that was issued elsewhere; only its hash is kept.
    ///
    /// Of its text nothing but the kind's prefix will be shown, for nobody knows which of it is random.
    ///
    /// - Throws: ``KeyFault`` also for a text that is no key of its kind, and for one without a checksum where the registry says that all keys have one;
    ///   ``DuplicateKey``; what kept the registry from writing.
    @discardableResult
    public func adopt(_ text: String, _ draft: KeyDraft, in registry: some KeyRegistry) async throws -> StoredKey {
        let id = draft.id ?? UniqueID().description
        let described = try DescribedKey(kind: draft.kind, credential: draft.credential, id: id, in: api)
        let now = now()
        try draft.check(described, id: id, in: api, at: now)
        try described.checkPrefix(of: text, id: id)
        guard described.fits(text, in: api) else { throw KeyFault.wrongForm(id: id, expected: described.kind?.form ?? "") }
        if registry.holdsChecksummedKeysOnly, described.lacksChecksum(text) { throw KeyFault.checksumMissing(id: id) }
        let stored = StoredKey(draft, id: id, displayPrefix: described.prefix, createdAt: nil)
        try await registry.insert(stored, hashed: KeyHash(of: text))
        return stored
    }
}

extension DescribedKey {
    /// Makes sure that a text begins as the keys do, and does not end there.
    func checkPrefix(of text: String, id: String) throws(KeyFault) {
        guard text.hasPrefix(prefix), text.utf8.count > prefix.utf8.count else { throw .wrongPrefix(id: id, expected: prefix) }
    }
}

extension StoredKey {
    fileprivate init(_ draft: KeyDraft, id: String, displayPrefix: String, createdAt: Timestamp?) {
        self.init(
            id: id,
            kind: draft.kind,
            credential: draft.credential,
            displayPrefix: displayPrefix,
            name: draft.name,
            scopes: draft.scopes,
            roles: draft.roles,
            user: draft.user,
            tenant: draft.tenant,
            otherTenants: draft.otherTenants,
            limits: draft.limits,
            createdAt: createdAt,
            createdBy: draft.createdBy,
            expiresAt: draft.expiresAt
        )
    }
}
