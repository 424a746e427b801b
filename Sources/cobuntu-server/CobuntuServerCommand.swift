import ArgumentParser
import CharterService
import CobuntuServer

/// The command line of Cobuntu's server.
@main
struct CobuntuServerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cobuntu-server",
        abstract: "Serves Cobuntu's API on a SQLite database, and runs what belongs to it.",
        subcommands: [
            ServeCommand<Cobuntu>.self, CommunitiesCommand.self, RulesCommand.self, KeysCommand<Cobuntu>.self, SeedCommand<Cobuntu>.self,
            BroadcastCommand.self, DeliverCommand.self,
        ]
    )

    static func main() async {
        await runService()
    }
}
