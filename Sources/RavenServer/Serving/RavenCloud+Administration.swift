import CharterRuntime
import CharterServer
import CharterService
import RavenModels

/// What those do who run Raven Cloud, and no endpoint does.
extension RavenCloud {
    /// Makes a tenant for which nobody acts yet.
    ///
    /// - Parameter plan: The name of its plan in the contract, or nil for one that the contract does not limit.
    /// - Returns: Its identifier; nil where another tenant has the slug.
    func createTenant(_ slug: String, named name: String, plan: String?) async throws -> UniqueID? {
        let tenant = Tenant(id: UniqueID(), name: name, slug: slug, createdAt: now, status: .active)
        return try await storage.add(tenant, plan: plan) ? tenant.id : nil
    }

    /// The person with an address, or with an identifier and the address; somebody new where there is none.
    ///
    /// - Throws: `CommandRefusal` for a new person without a name, or one that the API could not show, and for the identifier of somebody with
    ///   another address.
    func person(_ id: UniqueID?, named name: String?, at email: String) async throws -> NewPerson {
        var known = id
        if known == nil { known = try await storage.person(withEmail: email) }
        if let known, let person = try await storage.person(known) {
            guard person.email == email else {
                throw CommandRefusal("'\(known)' is known with the address '\(person.email)': say that one")
            }
            return NewPerson(id: known, name: person.name, email: email, createdAt: now)
        }
        guard let name else { throw CommandRefusal("nobody is known by '\(email)': say with --name what the person is called") }
        let person = Person(id: id ?? UniqueID(), name: name, email: email, tenants: [])
        let faults = try Self.api.faults(in: JSONCoding.encode(person), against: .named("Person"))
        guard faults.isEmpty else { throw CommandRefusal(faults.map { "--\($0.field) \($0.message)" }.joined(separator: "; ")) }
        return NewPerson(id: person.id, name: name, email: email, createdAt: now)
    }
}
