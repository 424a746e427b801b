import RavenModels

/// What tenants subscribe to.
public enum Plans {
    /// The plan that new tenants have: the free one, which the contract names and limits.
    public static let free = "hatchling"
}
