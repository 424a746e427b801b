import ArgumentParser
import CharterService

/// `tenants plan`: changes what a tenant subscribes to.
struct ChangePlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Changes the plan of a tenant; what it sent today counts in its new quota too."
    )

    @OptionGroup var database: DatabaseOptions<RavenCloud>

    @Argument(help: "The tenant's slug.")
    var slug: String

    @Argument(help: "A plan of the contract: \(Plans.all.joined(separator: ", ")); or none, for one without its limits.")
    var plan: String

    func validate() throws {
        try Plans.check(plan)
    }

    func run() async throws {
        try await database.change(slug) { try await $0.changePlan(plan == "none" ? nil : plan, of: slug) }
    }
}
