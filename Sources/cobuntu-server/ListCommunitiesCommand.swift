import ArgumentParser
import CharterService
import CharterSQLite
import CobuntuServer

/// `communities list`: shows all communities.
struct ListCommunitiesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Shows all communities, one a line: tag, version of the rules, address and name, with tabs between."
    )

    @OptionGroup var database: DatabaseOptions<Cobuntu>

    func run() async throws {
        let (service, resources) = try database.openExisting()
        for community in try await service.handlers.communities() {
            print(ListedLine([community.tag, "\(community.rulesVersion)", community.email, community.name]))
        }
        try await resources.store.close()
    }
}
