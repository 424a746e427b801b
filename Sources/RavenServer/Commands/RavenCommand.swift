public import ArgumentParser
import CharterService

/// `raven-server`: runs Raven Cloud, and does what its API has no endpoint for.
public struct RavenCommand: AsyncParsableCommand {
    /// What the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "raven-server",
        abstract: "Runs Raven Cloud on a SQLite database.",
        subcommands: [
            ServeCommand<RavenCloud>.self, SeedCommand<RavenCloud>.self, KeysCommand<RavenCloud>.self, TokensCommand<RavenCloud>.self,
            TenantsCommand.self, UsersCommand.self,
        ]
    )

    /// Creates a command that is not read yet.
    public init() {}
}
