/// What a caller may do as a person: its roles in each tenant, and those that it has in none.
///
/// A role in one tenant says nothing of another. In code, `["owner"]` are roles outside of tenants, which is all that an API without
/// tenants has, and `["acme": ["owner"], "birch": ["member"]]` are roles in tenants.
public struct CallerRoles: Hashable, Sendable {
    /// The roles at endpoints that are bound to no tenant.
    public var outsideTenants: Set<String>
    /// The roles in each tenant, by the tenant's name.
    public var byTenant: [String: Set<String>]

    /// Creates roles.
    public init(outsideTenants: Set<String> = [], byTenant: [String: Set<String>] = [:]) {
        self.outsideTenants = outsideTenants
        self.byTenant = byTenant
    }

    /// Those of the roles that a credential can have.
    func limited(to names: some Collection<String>) -> CallerRoles {
        if outsideTenants.isEmpty, byTenant.isEmpty { return self }
        return CallerRoles(
            outsideTenants: outsideTenants.intersection(names),
            byTenant: byTenant.mapValues { $0.intersection(names) }
        )
    }

    /// These roles and others, each where it was.
    func union(_ other: CallerRoles) -> CallerRoles {
        CallerRoles(
            outsideTenants: outsideTenants.union(other.outsideTenants),
            byTenant: byTenant.merging(other.byTenant) { $0.union($1) }
        )
    }
}

extension CallerRoles: ExpressibleByArrayLiteral {
    /// Creates roles outside of tenants.
    public init(arrayLiteral names: String...) {
        self.init(outsideTenants: Set(names))
    }
}

extension CallerRoles: ExpressibleByDictionaryLiteral {
    /// Creates roles in tenants; of a tenant that stands twice, those of both entries.
    public init(dictionaryLiteral entries: (String, Set<String>)...) {
        self.init(byTenant: Dictionary(entries) { $0.union($1) })
    }
}
