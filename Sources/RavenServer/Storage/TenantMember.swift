public import CharterRuntime

/// Somebody who acts for a tenant, as those who run Raven Cloud see them.
public struct TenantMember: Hashable, Sendable {
    /// Names the person: the subject of their tokens.
    public var id: UniqueID
    /// What they are in the tenant: a role of the contract.
    public var role: String
    /// Where they are reached.
    public var email: String
    /// What they are called.
    public var name: String
}
