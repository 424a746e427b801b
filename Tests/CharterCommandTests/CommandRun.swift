import Foundation
import RunningPrograms

/// One run of a command in a process of its own.
struct CommandRun {
    let executable: URL
    let arguments: [String]
    /// The working directory.
    let directory: URL
    /// Where what it says is kept: files, unlike pipes, never fill up.
    let streams: URL
    /// What the command finds in its environment beside what the tests have in theirs.
    var environment: [String: String] = [:]

    /// - Parameters:
    ///   - output: takes the place of standard output, which is then not in the result.
    ///   - errors: takes the place of standard error, which is then not in the result.
    func result(output: FileHandle? = nil, errors: FileHandle? = nil) async throws -> CommandResult {
        let (ownOutput, ownErrors) = (try output ?? stream("output"), try errors ?? stream("errors"))
        defer {
            if output == nil { try? ownOutput.close() }
            if errors == nil { try? ownErrors.close() }
        }
        let (status, signal) = try await RunningProgram.run(
            executable,
            arguments,
            in: directory,
            environment: ["COLUMNS": "80", "NO_COLOR": "", "TERM": "xterm"].merging(environment) { $1 },
            output: ownOutput,
            errors: ownErrors
        )
        return CommandResult(
            ending: signal.map { .signal($0) } ?? .exit(status ?? 0),
            output: output == nil ? try text("output") : "",
            errors: errors == nil ? try text("errors") : ""
        )
    }

    private func stream(_ name: String) throws -> FileHandle {
        let file = streams.appendingPathComponent(name)
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: streams.appendingPathComponent(name), encoding: .utf8)
    }
}
