import Foundation

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
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = directory
        process.environment = ProcessInfo.processInfo.environment
            .merging(["COLUMNS": "80", "NO_COLOR": "", "TERM": "xterm"]) { $1 }
            .merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        let (ownOutput, ownErrors) = (output == nil ? try stream("output") : nil, errors == nil ? try stream("errors") : nil)
        // A process keeps what it was given open for longer than it runs, and some hundreds of these are too much for the one that tests.
        defer { for stream in [ownOutput, ownErrors] { try? stream?.close() } }
        process.standardOutput = output ?? ownOutput
        process.standardError = errors ?? ownErrors
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in ended.resume() }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                ended.resume(throwing: error)
            }
        }
        let status = process.terminationStatus
        return CommandResult(
            ending: process.terminationReason == .exit ? .exit(status) : .signal(status),
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
