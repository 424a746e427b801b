import CharterRuntime

/// What a server knows of a key that it issued; the key itself is not kept.
public struct StoredKey: Hashable, Sendable {
    /// The public identifier of the key, which may be shown and logged.
    public var id: String
    /// The name of its kind.
    public var kind: String
    /// The scopes it was given.
    public var scopes: Set<String>
    /// The tenant it belongs to, or nil.
    public var tenant: String?
    /// When it was taken back, or nil.
    public var revokedAt: Timestamp?
    /// The first instant at which it is no longer taken, or nil.
    public var expiresAt: Timestamp?

    /// Creates a record of a key.
    public init(
        id: String,
        kind: String,
        scopes: Set<String>,
        tenant: String?,
        revokedAt: Timestamp? = nil,
        expiresAt: Timestamp? = nil
    ) {
        self.id = id
        self.kind = kind
        self.scopes = scopes
        self.tenant = tenant
        self.revokedAt = revokedAt
        self.expiresAt = expiresAt
    }
}
