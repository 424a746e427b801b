import ArgumentParser
import CharterService
import RavenModels

/// `tenants suspend`: refuses a tenant.
struct SuspendTenantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend",
        abstract: "Refuses every request on the data of a tenant from now on (403), also on a server that is running."
    )

    @OptionGroup var database: DatabaseOptions<RavenCloud>

    @Argument(help: "The tenant's slug.")
    var slug: String

    func run() async throws {
        try await database.change(slug) { try await $0.setStatus(.suspended, of: slug) }
    }
}
