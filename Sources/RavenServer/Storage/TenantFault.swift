/// Why a tenant cannot be made.
public enum TenantFault: Error, Hashable, Sendable {
    /// Another tenant has the slug.
    case slugTaken
    /// The person who makes it acts for as many tenants as a person can.
    case tooManyTenants
    /// Nobody has the identifier of the person who makes it.
    case unknownPerson
}
