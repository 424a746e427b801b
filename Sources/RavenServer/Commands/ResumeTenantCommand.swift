import ArgumentParser
import CharterService
import RavenModels

/// `tenants resume`: serves a tenant again.
struct ResumeTenantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "resume", abstract: "Serves requests on the data of a tenant again.")

    @OptionGroup var database: DatabaseOptions<RavenCloud>

    @Argument(help: "The tenant's slug.")
    var slug: String

    func run() async throws {
        try await database.change(slug) { try await $0.setStatus(.active, of: slug) }
    }
}
