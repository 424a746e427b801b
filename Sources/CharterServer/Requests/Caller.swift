/// Who makes a request, as far as its credential says.
///
/// It holds no secret, so that it can be logged.
public struct Caller: Hashable, Sendable {
    /// The name of the credential by which the caller is known, or nil without one.
    public var credential: String?
    /// The public identifier of the caller's key, or nil without one.
    public var keyID: String?
    /// The kind of the caller's key, such as `secret`, or nil where the credential has no kinds.
    public var kind: String?
    /// The scopes the credential holds, none above what it may hold; scopes that these imply are not listed.
    public var scopes: Set<String>
    /// The roles the caller has, tenant by tenant.
    public var roles: CallerRoles
    /// The person who calls, or nil where a program does.
    public var user: String?
    /// The tenant on whose data the request works, where the endpoint is bound to one, whatever names it; elsewhere the one that the
    /// credential belongs to, or nil.
    public var tenant: String?
    /// Further tenants on whose data the caller may work, such as the others of which a person is a member.
    public var otherTenants: Set<String>
    /// Whether the caller belongs to no tenant and works on the data of all, as the kind of its key says; of several credentials at
    /// once, whether each does.
    public internal(set) var opensEveryTenant = false
    /// The numbers of its own that the caller's key has for limits, by the name of the field that a limit's `override` gives.
    public internal(set) var keyLimits: [String: Int] = [:]

    /// Creates a caller.
    public init(
        credential: String? = nil,
        keyID: String?,
        kind: String?,
        scopes: Set<String>,
        roles: CallerRoles = [],
        user: String? = nil,
        tenant: String?,
        otherTenants: Set<String> = []
    ) {
        self.credential = credential
        self.keyID = keyID
        self.kind = kind
        self.scopes = scopes
        self.roles = roles
        self.user = user
        self.tenant = tenant
        self.otherTenants = otherTenants
    }

    /// The caller of an endpoint that asks for no credential.
    public static let anonymous = Caller(keyID: nil, kind: nil, scopes: [], tenant: nil)

    /// The roles that the caller has on the data of a tenant; with nil, those at endpoints that are bound to no tenant.
    ///
    /// Whoever works on the data of every tenant has its roles outside of tenants in each.
    public func roles(in tenant: String?) -> Set<String> {
        guard let tenant else { return roles.outsideTenants }
        return (roles.byTenant[tenant] ?? []).union(opensEveryTenant ? roles.outsideTenants : [])
    }

    /// Notes that the request is for the data of one tenant.
    mutating func work(on name: String) {
        if tenant == name, !otherTenants.contains(name) { return }
        let others = tenants.subtracting([name])
        (tenant, otherTenants) = (name, others)
    }

    /// Whether the data of a tenant is the caller's to work on.
    ///
    /// Names are compared by their bytes, as databases compare them: what Unicode holds for the same text could be another tenant's name there, or have counts and a
    /// suspension of its own.
    func belongs(to name: String) -> Bool {
        let own = tenant == name ? tenant : otherTenants.firstIndex(of: name).map { otherTenants[$0] }
        return own?.utf8.elementsEqual(name.utf8) ?? false
    }

    /// The caller whom a second credential of the same request speaks for too.
    ///
    /// What both say is the first one's to say; scopes and roles are those of both. The tenants are those of both where both belong to
    /// some, so that a key of one tenant and a person of another work on neither's data. One that opens every tenant leaves the choice
    /// to the other.
    func joined(by other: Caller) -> Caller {
        var joint = self
        joint.keyID = keyID ?? other.keyID
        joint.keyLimits = keyID == nil ? other.keyLimits : keyLimits
        joint.kind = kind ?? other.kind
        joint.scopes.formUnion(other.scopes)
        joint.roles = roles.union(other.roles)
        joint.user = user ?? other.user
        joint.opensEveryTenant = opensEveryTenant && other.opensEveryTenant
        if other.opensEveryTenant { return joint }
        switch (tenants.isEmpty, other.tenants.isEmpty) {
        case _ where opensEveryTenant: (joint.tenant, joint.otherTenants) = (other.tenant, other.otherTenants)
        case (_, true): break
        case (true, false): (joint.tenant, joint.otherTenants) = (other.tenant, other.otherTenants)
        case (false, false):
            let common = tenants.intersection(other.tenants)
            joint.tenant = [tenant, other.tenant].compactMap(\.self).first(where: common.contains) ?? common.min()
            joint.otherTenants = common.subtracting(joint.tenant.map { [$0] } ?? [])
        }
        return joint
    }

    private var tenants: Set<String> {
        otherTenants.union(tenant.map { [$0] } ?? [])
    }
}
