public import ArgumentParser
import CharterRuntime
import Foundation

/// `serve`: serves the API until it is told to stop.
public struct ServeCommand<Served: APIService>: AsyncParsableCommand {
    /// What the command is called, and what its help says.
    public static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve",
            abstract: "Serves the API until SIGTERM or SIGINT arrives; requests that are under way are answered first.",
            discussion: """
                With --demo, the database is a temporary one with data to try out. Its credentials stand in the file of --fixtures, and two endpoints steer it:
                  POST /control/reset                       puts the data back, and the clock to the present
                  POST /control/clock  {"seconds": 86400}   lets that much time pass

                \(CommandEnding.help)
                """
        )
    }

    @OptionGroup var database: DatabaseOptions<Served>

    @Option(help: "The name or address to listen at. By default that of \(Served.variable("HOST")), or 127.0.0.1.")
    var host: String?

    @Option(help: "The port to listen at, 0 for any that is free. By default that of \(Served.variable("PORT")), or 8080; with --demo, 0.")
    var port: Int?

    @Option(help: "The base URL for callers, which begins links. By default that of \(Served.variable("PUBLIC_URL")), or the contract's.")
    var publicURL: String?

    @Flag(help: "Serves temporary data to try out, with endpoints that reset it and put the clock forward.")
    var demo = false

    @Option(help: "With --demo: the file to write for checkers once the server listens. It holds keys.", completion: .file())
    var fixtures: String?

    @OptionGroup var tokens: TokenOptions<Served>

    /// Creates a command that is not read yet.
    public init() {}

    /// Refuses what cannot be meant together.
    public func validate() throws {
        if fixtures != nil, !demo { throw ValidationError("--fixtures needs --demo: other servers have no credentials to give away") }
        if demo, database.database != nil { throw ValidationError("--demo has a database of its own: leave --database out") }
        if demo, try tokens.authority != nil { throw ValidationError("--demo issues its tokens itself: leave --token-… out") }
        guard (0...65_535).contains(try chosenPort) else { throw ValidationError("--port must be 0 to 65535") }
    }

    /// Serves.
    public func run() async throws {
        if demo { try await serveDemonstration() } else { try await serveDatabase() }
    }

    private var chosenPort: Int {
        get throws {
            if let port { return port }
            if demo { return 0 }
            let variable = Served.variable("PORT")
            guard let text = Environment.value(variable) else { return 8_080 }
            guard let number = Int(text) else { throw ValidationError("\(variable) must be a port, not '\(text)'") }
            return number
        }
    }

    private var settings: ServeSettings {
        get throws {
            ServeSettings(
                host: host ?? Environment.value(Served.variable("HOST")) ?? "127.0.0.1",
                port: try chosenPort,
                publicURL: publicURL ?? Environment.value(Served.variable("PUBLIC_URL")),
                secret: demo ? .random() : try database.secret,
                tokens: try tokens.authority,
                demonstration: demo ? ServeSettings.Demonstration(fixtures: fixtures) : nil
            )
        }
    }

    private func serveDatabase() async throws {
        try await ServiceServer<Served>(database: database.path, settings).run { Console.print($0.baseURL) }
    }

    private func serveDemonstration() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("\(Served.tokenParty)-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("\(Served.tokenParty).sqlite").path
        try await ServiceServer<Served>(database: file, settings).run { listening in
            Console.print(listening.baseURL)
            guard let fixtures = listening.fixtures else { return }
            for line in DemoCalls(fixtures, of: Served.api).lines { Console.print(line) }
        }
    }
}
