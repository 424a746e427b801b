public import ArgumentParser

/// `keys`: makes, shows and takes back the keys of callers.
public struct KeysCommand<Served: APIService>: AsyncParsableCommand {
    /// What the command is called, and what its help says.
    public static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "keys",
            abstract: "Makes, shows and takes back the keys of callers.",
            discussion: CommandEnding.help,
            subcommands: [CreateKeyCommand<Served>.self, ListKeysCommand<Served>.self, RevokeKeyCommand<Served>.self]
        )
    }

    /// Creates a command that is not read yet.
    public init() {}
}
