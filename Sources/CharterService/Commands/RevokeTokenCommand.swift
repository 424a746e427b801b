import ArgumentParser
import CharterBearer
import CharterRuntime
import CharterServer
import CharterSQLite

/// `tokens revoke`: takes a token back before it ends.
struct RevokeTokenCommand<Served: APIService>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "revoke",
            abstract: "Takes a token back, at once and for good, also from a server that is running.",
            discussion: CommandEnding.help
        )
    }

    @OptionGroup var database: DatabaseOptions<Served>

    @Argument(help: "The 'jti' of the token.")
    var id: String

    func validate() throws {
        guard !id.isEmpty else { throw ValidationError("say which token: its 'jti'") }
    }

    func run() async throws {
        let (service, resources) = try database.openExisting()
        // Nobody here knows how long it would be valid: it is remembered for good.
        guard try await service.revokeToken(id, endingAt: nil) else {
            throw CommandRefusal("tokens of \(Served.api.title) cannot be taken back: they end by themselves")
        }
        try await resources.store.close()
    }
}
