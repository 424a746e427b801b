/// Why a tenant cannot be made, or nobody act for it.
public enum TenantFault: Error, Hashable, Sendable {
    /// Another tenant has the slug.
    case slugTaken
    /// The person acts for as many tenants as a person can.
    case tooManyTenants
    /// Nobody has the identifier of the person who makes it.
    case unknownPerson
    /// No tenant has the slug.
    case unknownTenant
}
