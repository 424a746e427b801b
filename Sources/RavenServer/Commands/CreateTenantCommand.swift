import ArgumentParser
import CharterRuntime
import CharterService
import CharterSQLite
import RavenModels

/// `tenants create`: makes a tenant.
struct CreateTenantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Makes a tenant for which nobody acts yet, and the database where there is none, and prints its identifier.",
        discussion: "Who acts for it, 'users add' says. People who have signed in make tenants by the API, which they then own."
    )

    @OptionGroup var database: DatabaseOptions<RavenCloud>

    @Argument(help: "The tenant's slug, such as acme-co.")
    var slug: String

    @Option(help: "What the tenant is called.")
    var name: String

    @Option(help: "A plan of the contract: \(Plans.all.joined(separator: ", ")); or none, for one without its limits.")
    var plan = Plans.free

    func validate() throws {
        try Plans.check(plan)
        let faults = try APIDescription.raven.faults(
            in: JSONCoding.encode(TenantCreate(name: name, slug: slug)),
            against: .named("TenantCreate")
        )
        guard faults.isEmpty else { throw ValidationError(faults.map { "'\($0.field)' \($0.message)" }.joined(separator: "; ")) }
    }

    func run() async throws {
        let (service, resources) = try database.open()
        guard let id = try await service.createTenant(slug, named: name, plan: plan == "none" ? nil : plan) else {
            throw CommandRefusal("there is a tenant '\(slug)' already in \(database.path): choose another slug, or see 'tenants list'")
        }
        try await resources.store.close()
        print(id)
    }
}
