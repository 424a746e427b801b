import CharterRuntime
import CharterServer

/// Which claims of a token say what of its caller.
public struct CallerClaims: Sendable {
    /// The person who calls.
    public var user: String?
    /// Scopes: texts with spaces between them (RFC 8693 §4.2), or a list; the first of these that a token has counts.
    public var scopes: [String]
    /// Roles: a list, or one text.
    public var roles: String?
    /// Where the roles of ``roles`` are had.
    public var reach: RoleReach
    /// Roles by tenant: an object whose members are the tenants' names, each with a list or one text.
    public var rolesByTenant: String?
    /// The tenants to which the caller belongs: one text, or a list; the first of these that a token has counts.
    ///
    /// The caller of a token with none of them belongs to the tenants in which it has roles.
    public var tenants: [String]
    /// What else there is to say of the caller, or to ask before; nil for one who is not taken after all.
    ///
    /// A ``TokenFault`` that it throws is answered as one of the token, every other error 500.
    public var complete: (@Sendable (Caller, TokenClaims) async throws -> Caller?)?

    /// Where roles without a tenant are had.
    public enum RoleReach: Hashable, Sendable {
        /// At endpoints that are bound to no tenant.
        case outsideTenants
        /// There, and in each of the caller's tenants.
        case everywhere
    }

    /// Names claims; a name of nil, or no names, stands for something that tokens do not say.
    public init(
        user: String? = "sub",
        scopes: [String] = ["scope", "scp", "scopes"],
        roles: String? = "roles",
        reach: RoleReach = .outsideTenants,
        rolesByTenant: String? = "tenant_roles",
        tenants: [String] = ["tenant", "tenants"],
        complete: (@Sendable (Caller, TokenClaims) async throws -> Caller?)? = nil
    ) {
        self.user = user
        self.scopes = scopes
        self.roles = roles
        self.reach = reach
        self.rolesByTenant = rolesByTenant
        self.tenants = tenants
        self.complete = complete
    }
}
