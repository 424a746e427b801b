import ArgumentParser

/// `communities`: brings in what communities have and no endpoint makes.
struct CommunitiesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "communities",
        abstract: "Makes communities, and brings in what they have: members, events, articles, products, hotspots and segments.",
        subcommands: [
            CreateCommunityCommand.self, ListCommunitiesCommand.self, ImportCommunityCommand.self, ExportCommunityCommand.self,
        ]
    )
}
