import ArgumentParser
import CharterService
import CharterSQLite
import CobuntuServer

/// `rules`: what a community asks of its members.
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Puts the rules of communities into force.",
        subcommands: [PublishRulesCommand.self]
    )
}

/// `rules publish`: puts the next version of the rules into force.
struct PublishRulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Puts the next version of a community's rules into force, which members must accept anew, and prints it.",
        discussion: "The text of the rules is kept elsewhere: Cobuntu knows their version, and who accepted which."
    )

    @OptionGroup var database: DatabaseOptions<Cobuntu>

    @Option(help: "The community, by its tag.")
    var community: String

    func run() async throws {
        let (service, resources) = try database.openExisting()
        guard let version = try await service.handlers.publishRules(of: community) else {
            throw CommandRefusal("there is no community '\(community)' in \(database.path): see 'communities list'")
        }
        try await resources.store.close()
        print(version)
    }
}
