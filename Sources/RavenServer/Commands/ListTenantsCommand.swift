import ArgumentParser
import CharterService
import CharterSQLite
import RavenModels

/// `tenants list`: shows all tenants.
struct ListTenantsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Shows all tenants, one a line: slug, status, plan and name, with tabs between."
    )

    @OptionGroup var database: DatabaseOptions<RavenCloud>

    func run() async throws {
        let (service, resources) = try database.openExisting()
        var last: String?
        repeat {
            let lines = try await service.storage.tenants(after: last, atMost: 100)
            for line in lines { print(ListedLine([line.slug, line.status.rawValue, line.plan ?? "-", line.name])) }
            last = lines.count == 100 ? lines.last?.slug : nil
        } while last != nil
        try await resources.store.close()
    }
}
