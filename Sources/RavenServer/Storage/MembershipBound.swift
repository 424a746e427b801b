import RavenModels

extension Person {
    /// The most tenants that a person acts for: the contract shows all of them at once (`types/Person/fields/tenants/count`).
    static let mostTenants = 200
}
