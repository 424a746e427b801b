import ArgumentParser
import CharterService
import CharterSQLite
import CobuntuServer

/// `communities export`: writes what an import would bring in.
struct ExportCommunityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Prints what a community has as a file for 'communities import'.",
        discussion: "RSVPs, applications, acceptances of rules, bans, broadcasts and keys are not in it: those come about by use."
    )

    @OptionGroup var database: DatabaseOptions<Cobuntu>

    @Argument(help: "The community, by its tag.")
    var tag: String

    func run() async throws {
        let (service, resources) = try database.openExisting()
        guard let text = try await service.handlers.file(of: tag) else {
            throw CommandRefusal("there is no community '\(tag)' in \(database.path): see 'communities list'")
        }
        try await resources.store.close()
        print(text, terminator: "")
    }
}
