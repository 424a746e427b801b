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

    @Option(help: "After how many seconds at most the token ends by itself.")
    var lifetime = 86_400

    func validate() throws {
        guard lifetime > 0 else { throw ValidationError("--lifetime must be at least 1") }
        guard !id.isEmpty else { throw ValidationError("say which token: its 'jti'") }
    }

    func run() async throws {
        let (service, resources) = try database.open()
        guard try await service.revokeToken(id, endingAt: Timestamp.now().later(bySeconds: Int64(lifetime))) else {
            throw CommandRefusal("tokens of \(Served.api.title) cannot be taken back: they end by themselves")
        }
        try await resources.store.close()
    }
}
