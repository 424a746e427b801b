import ArgumentParser
import CharterRuntime
import CharterServer
import CharterSQLite

/// `keys revoke`: takes a key back.
struct RevokeKeyCommand<Served: APIService>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "revoke",
            abstract: "Takes a key back, at once and for good, also from a server that is running.",
            discussion: CommandEnding.help
        )
    }

    @OptionGroup var database: DatabaseOptions<Served>

    @Argument(help: "The identifier of the key, as 'keys list' shows it.")
    var id: String

    @Option(help: "The tenant whose key it must be; by default anyone's.")
    var tenant: String?

    func run() async throws {
        let (service, resources) = try database.openExisting()
        if let tenant { try await Served.checkTenant(tenant, of: service, in: database) }
        guard try await resources.store.revokeKey(id: id, of: tenant.map(KeyOwner.tenant) ?? .anyone, at: .now()) != nil else {
            let whose = tenant.map { "\(Served.api.tenancy?.name ?? "tenant") '\($0)' has" } ?? "there is"
            throw CommandRefusal("\(whose) no key '\(id)': see 'keys list'")
        }
        try await resources.store.close()
    }
}
