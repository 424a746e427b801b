import ArgumentParser
import CharterService

/// `tenants`: what is done to tenants by those who run Raven Cloud.
struct TenantsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenants",
        abstract: "Makes and shows tenants, suspends and resumes them, and changes their plans.",
        subcommands: [
            CreateTenantCommand.self, ListTenantsCommand.self, SuspendTenantCommand.self, ResumeTenantCommand.self, ChangePlanCommand.self,
        ]
    )
}
