import CharterRuntime

/// What a server knows of a key that it issued; the key itself is not kept.
///
/// It holds no secret, so that it can be shown to whom the key belongs, and logged.
public struct StoredKey: Hashable, Sendable {
    /// The public identifier of the key, which may be shown and logged; no other key of the store has it.
    public var id: String
    /// The name of its kind; nil for a credential that has no kinds.
    public var kind: String?
    /// The name of the credential it is for; nil where its kind says it.
    public var credential: String?
    /// The first characters of the key, by which people recognise it; empty where they are not known.
    ///
    /// What they leave out still has 128 random bits.
    public var displayPrefix: String
    /// What people call it, or nil.
    public var name: String?
    /// The scopes it was given.
    public var scopes: Set<String>
    /// The roles it was given, tenant by tenant.
    public var roles: CallerRoles
    /// The person it belongs to, or nil.
    public var user: String?
    /// The tenant it belongs to, or nil.
    public var tenant: String?
    /// Further tenants that it opens, such as the others of which the person is a member.
    public var otherTenants: Set<String>
    /// Numbers of its own for limits, at least 1, by the name of the field that the limit's `override` gives.
    public var limits: [String: Int]
    /// When it was made, or nil where that is not known.
    public var createdAt: Timestamp?
    /// Who had it made, such as the identifier of a person or of a key; nil where that is not known.
    public var createdBy: String?
    /// When it was last used, to the minute; nil if it never was, or where that is not noted.
    public var lastUsedAt: Timestamp?
    /// When it was taken back, or nil.
    ///
    /// A key that has such an instant is refused, also where the clock shows an earlier one.
    public var revokedAt: Timestamp?
    /// The first instant at which it is no longer taken, or nil.
    public var expiresAt: Timestamp?

    /// Creates a record of a key.
    public init(
        id: String,
        kind: String?,
        credential: String? = nil,
        displayPrefix: String = "",
        name: String? = nil,
        scopes: Set<String>,
        roles: CallerRoles = [],
        user: String? = nil,
        tenant: String?,
        otherTenants: Set<String> = [],
        limits: [String: Int] = [:],
        createdAt: Timestamp? = nil,
        createdBy: String? = nil,
        lastUsedAt: Timestamp? = nil,
        revokedAt: Timestamp? = nil,
        expiresAt: Timestamp? = nil
    ) {
        self.id = id
        self.kind = kind
        self.credential = credential
        self.displayPrefix = displayPrefix
        self.name = name
        self.scopes = scopes
        self.roles = roles
        self.user = user
        self.tenant = tenant
        self.otherTenants = otherTenants
        self.limits = limits
        self.createdAt = createdAt
        self.createdBy = createdBy
        self.lastUsedAt = lastUsedAt
        self.revokedAt = revokedAt
        self.expiresAt = expiresAt
    }
}
