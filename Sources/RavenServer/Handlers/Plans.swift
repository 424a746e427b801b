import CharterRuntime
import RavenModels

/// What tenants subscribe to.
enum Plans {
    /// The plan that new tenants have: the free one, which the contract names and limits.
    static let free = "hatchling"
    /// The plans that the contract names.
    static var all: [String] { APIDescription.raven.plans }
}
