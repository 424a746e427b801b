public import ArgumentParser
import CharterRuntime
import CharterServer
import CharterSQLite

/// `seed`: fills an empty database with a data set to try out.
public struct SeedCommand<Served: APIService>: AsyncParsableCommand {
    /// What the command is called, and what its help says.
    public static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "seed",
            abstract: "Fills an empty database with a data set to try out, which is the same whenever --at is.",
            discussion: CommandEnding.help
        )
    }

    @OptionGroup var database: DatabaseOptions<Served>

    @Option(
        help: "The present of the data set, such as 2026-09-30T00:00:00Z; by default the midnight (UTC) with which today began.",
        transform: Self.instant
    )
    var at: Timestamp?

    /// Creates a command that is not read yet.
    public init() {}

    /// Fills the database.
    public func run() async throws {
        let (service, resources) = try database.open()
        let sample = try await service.seed(at: at ?? Timestamp.now().startOfDay)
        for tenant in sample.tenants { Console.print(tenant) }
        try await resources.store.close()
    }

    private static func instant(_ text: String) throws -> Timestamp {
        guard let instant = Timestamp(text) else { throw ValidationError("'\(text)' is no instant such as 2026-09-30T00:00:00Z") }
        return instant
    }
}
