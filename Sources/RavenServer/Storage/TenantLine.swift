/// A tenant as those who run Raven Cloud see it.
public struct TenantLine: Hashable, Sendable {
    /// Names it in requests.
    public var slug: String
    /// Whether it is served: `active` or `suspended`.
    public var status: String
    /// The name of its plan in the contract, or nil for one that the contract does not limit.
    public var plan: String?
    /// What it is called.
    public var name: String
}
