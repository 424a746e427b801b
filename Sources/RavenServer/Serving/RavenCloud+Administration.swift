import CharterRuntime
import CharterServer
import CharterService
import Foundation
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

    /// The person with an address: of those who act for a tenant, or, where none of them has it, of all; nil where nobody has it.
    ///
    /// - Throws: `CommandRefusal` where several have it, with their identifiers.
    func known(at email: String, preferring tenant: String?) async throws -> UniqueID? {
        var people: [UniqueID] = []
        if let tenant { people = try await storage.people(withEmail: email, actingFor: tenant) }
        if people.isEmpty { people = try await storage.people(withEmail: email, actingFor: nil) }
        return try Self.only(people, at: email)
    }

    /// The one person with an address, or nil.
    ///
    /// - Throws: `CommandRefusal` where several have it, with their identifiers.
    static func only(_ people: [UniqueID], at email: String) throws -> UniqueID? {
        guard people.count < 2 else {
            let ids = people.map(\.description).joined(separator: " or ")
            throw CommandRefusal("'\(email)' is the address of several: say by the identifier which, \(ids)")
        }
        return people.first
    }

    /// The person with an address, or with an identifier and the address; somebody new where there is none.
    ///
    /// - Parameter tenant: The tenant whose people count first.
    /// - Throws: `CommandRefusal` for a new person without a name, or one that the API could not show, for an address of several people, for the
    ///   identifier of somebody with another address, and for a new identifier with the address of somebody who is known.
    func person(_ id: UniqueID?, named name: String?, at email: String, preferring tenant: String) async throws -> NewPerson {
        var known = id
        if known == nil { known = try await self.known(at: email, preferring: tenant) }
        if let known, let person = try await storage.person(known) {
            guard person.email.caseInsensitiveCompare(email) == .orderedSame else {
                throw CommandRefusal("'\(known)' is known with the address '\(person.email)': say that one")
            }
            return NewPerson(id: known, name: person.name, email: person.email, createdAt: now)
        }
        let others = try await storage.people(withEmail: email, actingFor: nil)
        guard others.isEmpty else {
            throw CommandRefusal(
                "'\(email)' is the address of \(others.map(\.description).joined(separator: " and of ")): say that identifier, or none; "
                    + "whoever else has the address is known once they have signed in"
            )
        }
        guard let name else { throw CommandRefusal("nobody is known by '\(email)': say with --name what the person is called") }
        let person = Person(id: id ?? UniqueID(), name: name, email: email, tenants: [])
        let faults = try Self.api.faults(in: JSONCoding.encode(person), against: .named("Person"))
        guard faults.isEmpty else { throw CommandRefusal(faults.map { "--\($0.field) \($0.message)" }.joined(separator: "; ")) }
        return NewPerson(id: person.id, name: name, email: email, createdAt: now)
    }
}
