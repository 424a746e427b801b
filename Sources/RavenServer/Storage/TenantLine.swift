public import RavenModels

/// A tenant as those who run Raven Cloud see it.
public struct TenantLine: Hashable, Sendable {
    /// Names it in requests.
    public var slug: String
    /// Whether it is served.
    public var status: Tenant.Status
    /// The name of its plan in the contract, or nil for one that the contract does not limit.
    public var plan: String?
    /// What it is called.
    public var name: String
}
