import ArgumentParser
import CharterRuntime
import CharterService
import CharterSQLite
import RavenModels

/// `users add`: lets a person act for a tenant.
struct AddUserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Lets a person act for a tenant in a role, also in another one than before, and prints their identifier.",
        discussion: """
            It counts from the next request on. Somebody who is not known yet needs a name, and, where a single sign-on issues their tokens, the \
            identifier that these have as 'sub'; else a new one is made. Of several people with the address, the one who acts for the tenant is meant.
            """
    )

    @OptionGroup var database: DatabaseOptions<RavenCloud>

    @Option(help: "The tenant's slug.")
    var tenant: String

    @Option(help: "The person's e-mail address.")
    var email: String

    @Option(help: "What the person is called, of somebody who is not known yet.")
    var name: String?

    @Option(help: "The 'sub' of the person's tokens, a UUID of version 4.", transform: Self.id)
    var id: UniqueID?

    @Option(help: "What the person is there: \(Self.roles.joined(separator: " or ")).")
    var role: String

    private static var roles: [String] { APIDescription.raven.roles.map(\.name) }

    func validate() throws {
        guard Self.roles.contains(role) else {
            throw ValidationError("there is no role '\(role)': choose \(Self.roles.joined(separator: " or "))")
        }
    }

    func run() async throws {
        let (service, resources) = try database.openExisting()
        let person = try await service.person(id, named: name, at: email, preferring: tenant)
        do {
            try await service.storage.enroll(person, as: role, in: tenant)
        } catch TenantFault.unknownTenant {
            throw CommandRefusal("there is no tenant '\(tenant)' in \(database.path): see 'tenants list', or 'tenants create' one")
        } catch TenantFault.tooManyTenants {
            throw CommandRefusal(
                "'\(email)' acts for \(Person.mostTenants) tenants, more than which nobody can: remove them from another one"
            )
        }
        try await resources.store.close()
        print(person.id)
    }

    private static func id(_ text: String) throws -> UniqueID {
        guard let id = UniqueID(text) else { throw ValidationError("'\(text)' is no UUID") }
        return id
    }
}
