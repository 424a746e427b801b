import CharterRuntime

/// What a server knows of a key that it issued; the key itself is not kept.
public struct StoredKey: Hashable, Sendable {
    /// The public identifier of the key, which may be shown and logged.
    public var id: String
    /// The name of its kind; nil for a credential that has no kinds.
    public var kind: String?
    /// The name of the credential it is for; nil where its kind says it.
    public var credential: String?
    /// The scopes it was given.
    public var scopes: Set<String>
    /// The roles it was given.
    public var roles: Set<String>
    /// The person it belongs to, or nil.
    public var user: String?
    /// The tenant it belongs to, or nil.
    public var tenant: String?
    /// Further tenants that it opens, such as the others of which the person is a member.
    public var otherTenants: Set<String>
    /// When it was taken back, or nil.
    public var revokedAt: Timestamp?
    /// The first instant at which it is no longer taken, or nil.
    public var expiresAt: Timestamp?

    /// Creates a record of a key.
    public init(
        id: String,
        kind: String?,
        credential: String? = nil,
        scopes: Set<String>,
        roles: Set<String> = [],
        user: String? = nil,
        tenant: String?,
        otherTenants: Set<String> = [],
        revokedAt: Timestamp? = nil,
        expiresAt: Timestamp? = nil
    ) {
        self.id = id
        self.kind = kind
        self.credential = credential
        self.scopes = scopes
        self.roles = roles
        self.user = user
        self.tenant = tenant
        self.otherTenants = otherTenants
        self.revokedAt = revokedAt
        self.expiresAt = expiresAt
    }
}
