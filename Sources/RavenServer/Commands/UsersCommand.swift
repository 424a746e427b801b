import ArgumentParser

/// `users`: who acts for a tenant, and as what.
struct UsersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "users",
        abstract: "Shows who acts for a tenant, lets people act for it in a role, and no longer.",
        subcommands: [AddUserCommand.self, ListUsersCommand.self, RemoveUserCommand.self]
    )
}
