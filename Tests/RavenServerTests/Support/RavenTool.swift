import CharterService
import RunningPrograms

/// The executable `raven-server`, as people run it.
struct RavenTool {
    private let folder: TemporaryFolder
    private let secret: String?

    /// Runs it on the database of a server that is running.
    init(_ raven: RunningRaven) {
        self.init(in: raven.folder)
    }

    /// Runs it on the database of a folder.
    ///
    /// - Parameter secret: The secret of the service, in Base64; by default that of the file beside the database.
    init(in folder: TemporaryFolder, secret: String? = nil) {
        self.folder = folder
        self.secret = secret
    }

    /// Runs a command to its end.
    func run(_ arguments: String...) async throws -> ProgramEnding {
        try await run(arguments)
    }

    /// Runs a command to its end.
    func run(_ arguments: [String]) async throws -> ProgramEnding {
        try await RunningProgram.run("raven-server", arguments, environment: environment)
    }

    /// Starts `serve` at a free port.
    ///
    /// - Returns: The process, and the base URL that it says.
    func serve(_ options: String...) async throws -> (process: RunningProgram, baseURL: String) {
        let process = try await RunningProgram("raven-server", ["serve", "--port", "0"] + options, environment: environment)
        return (process, try await process.firstLine)
    }

    private var environment: [String: String?] {
        ["RAVEN_DATABASE": folder.database, "RAVEN_SECRET": secret]
    }
}
