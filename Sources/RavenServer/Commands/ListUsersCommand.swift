import ArgumentParser
import CharterRuntime
import CharterService
import CharterSQLite

/// `users list`: shows who acts for a tenant.
struct ListUsersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Shows who acts for a tenant, one a line: identifier, role, address and name, with tabs between."
    )

    @OptionGroup var database: DatabaseOptions<RavenCloud>

    @Option(help: "The tenant's slug.")
    var tenant: String

    func run() async throws {
        let (service, resources) = try database.openExisting()
        guard try await service.hasTenant(tenant) else {
            throw CommandRefusal("there is no tenant '\(tenant)' in \(database.path): see 'tenants list'")
        }
        for member in try await service.storage.members(of: tenant) {
            print(ListedLine([member.id.description, member.role, member.email, member.name]))
        }
        try await resources.store.close()
    }
}
