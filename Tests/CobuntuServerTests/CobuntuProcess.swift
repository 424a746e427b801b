import Foundation
import RunningPrograms

/// The executable `cobuntu-server`, as people run it.
enum CobuntuProcess {
    /// Begins a command.
    static func begin(
        _ arguments: [String],
        environment: [String: String] = [:],
        identifierFile: URL? = nil
    ) async throws -> RunningProgram {
        try await RunningProgram("cobuntu-server", arguments, environment: environment, identifierFile: identifierFile)
    }

    /// Runs a command to its end.
    static func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> ProgramEnding {
        try await RunningProgram.run("cobuntu-server", arguments, environment: environment)
    }
}

/// A folder that lasts as long as a test.
func withFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cobuntu-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}
