import CharterService
import Foundation
import RunningPrograms
import Testing

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

    /// How a command ended, and what it said.
    struct Ending {
        let status: Int32
        let output: String
        let errors: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    /// Runs a command to its end.
    func run(_ arguments: String...) async throws -> Ending {
        try await run(arguments)
    }

    /// Runs a command to its end.
    func run(_ arguments: [String]) async throws -> Ending {
        let process = try process(arguments)
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        return try await withCheckedThrowingContinuation { ended in
            // Reading waits, which tasks must not.
            DispatchQueue.global().async {
                ended.resume(
                    with: Result {
                        try process.run()
                        let said = output.fileHandleForReading.readDataToEndOfFile()
                        let complained = errors.fileHandleForReading.readDataToEndOfFile()
                        process.waitUntilExit()
                        return Ending(
                            status: process.terminationStatus,
                            output: String(decoding: said, as: UTF8.self),
                            errors: String(decoding: complained, as: UTF8.self)
                        )
                    }
                )
            }
        }
    }

    /// Starts `serve` at a free port.
    ///
    /// - Returns: The process, and the base URL that it says.
    func serve(_ options: String...) async throws -> (process: Process, baseURL: String) {
        let process = try process(["serve", "--port", "0"] + options)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        return try await withCheckedThrowingContinuation { begun in
            DispatchQueue.global().async {
                begun.resume(
                    with: Result {
                        try process.run()
                        var bytes = Data()
                        while !bytes.contains(UInt8(ascii: "\n")) {
                            let part = output.fileHandleForReading.availableData
                            if part.isEmpty { throw EndedEarly() }
                            bytes += part
                        }
                        let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first ?? ""
                        return (process, String(line))
                    }
                )
            }
        }
    }

    /// The server ended before it said where it is.
    struct EndedEarly: Error {}

    private func process(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = try Self.executable
        process.arguments = arguments
        var environment = ProcessInfo.processInfo.environment
        environment["RAVEN_DATABASE"] = folder.database
        environment["RAVEN_SECRET"] = secret
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        return process
    }

    /// `swift build` puts it beside the bundle of the tests.
    private static var executable: URL {
        get throws { try BuiltExecutable.url("raven-server") }
    }
}
