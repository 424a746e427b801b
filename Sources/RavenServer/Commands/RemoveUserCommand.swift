import ArgumentParser
import CharterRuntime
import CharterService
import CharterSQLite

/// `users remove`: has a person act for a tenant no longer.
struct RemoveUserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Has a person act for a tenant no longer, from the next request on; Raven Cloud goes on knowing them."
    )

    @OptionGroup var database: DatabaseOptions<RavenCloud>

    @Option(help: "The tenant's slug.")
    var tenant: String

    @Option(help: "Who it is: an e-mail address, or an identifier.")
    var user: String

    func run() async throws {
        let (service, resources) = try database.openExisting()
        let known = try RavenCloud.only(try await service.storage.people(withEmail: user, actingFor: tenant), at: user) ?? UniqueID(user)
        guard let known, try await service.storage.remove(known, from: tenant) else {
            throw CommandRefusal("'\(user)' does not act for a tenant '\(tenant)' in \(database.path): see 'users list'")
        }
        try await resources.store.close()
    }
}
