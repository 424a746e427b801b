import CharterRuntime

/// What a key is to be that does not exist yet.
public struct KeyDraft: Hashable, Sendable {
    /// The public identifier; a random UUID if nil.
    public var id: String?
    /// The name of its kind; nil for a credential that has no kinds.
    public var kind: String?
    /// The name of the credential it is for; needed where its kind does not say it.
    public var credential: String?
    /// What people call it, or nil.
    public var name: String?
    /// The scopes it is given.
    public var scopes: Set<String>
    /// The roles it is given, tenant by tenant.
    public var roles: CallerRoles
    /// The person it belongs to, or nil.
    public var user: String?
    /// The tenant it belongs to, or nil.
    public var tenant: String?
    /// Further tenants that it opens.
    public var otherTenants: Set<String>
    /// Numbers of its own for limits, at least 1, by the name of the field that the limit's `override` gives.
    public var limits: [String: Int]
    /// Who has it made, such as the identifier of a person or of a key, or nil.
    public var createdBy: String?
    /// The first instant at which it is no longer taken, or nil.
    public var expiresAt: Timestamp?

    /// Creates a draft.
    public init(
        id: String? = nil,
        kind: String?,
        credential: String? = nil,
        name: String? = nil,
        scopes: Set<String> = [],
        roles: CallerRoles = [],
        user: String? = nil,
        tenant: String?,
        otherTenants: Set<String> = [],
        limits: [String: Int] = [:],
        createdBy: String? = nil,
        expiresAt: Timestamp? = nil
    ) {
        self.id = id
        self.kind = kind
        self.credential = credential
        self.name = name
        self.scopes = scopes
        self.roles = roles
        self.user = user
        self.tenant = tenant
        self.otherTenants = otherTenants
        self.limits = limits
        self.createdBy = createdBy
        self.expiresAt = expiresAt
    }
}
