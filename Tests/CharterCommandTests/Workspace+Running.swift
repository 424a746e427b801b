import Foundation
import RunningPrograms

extension Workspace {
    /// Runs `charter` and waits for its end.
    @discardableResult
    func charter(_ arguments: String..., in directory: String = ".", output: FileHandle? = nil) async throws -> CommandResult {
        try await run(try BuiltExecutable.url("charter"), arguments, in: directory).result(output: output)
    }

    /// Runs `charter` and waits for its end.
    @discardableResult
    func charter(_ arguments: [String]) async throws -> CommandResult {
        try await run(try BuiltExecutable.url("charter"), arguments).result()
    }

    /// Runs `charter` with streams that lead to terminals, and waits for its end; the result holds what the terminals got, too.
    func charter(
        _ arguments: [String],
        onTerminal streams: Set<CommandStream>,
        environment: [String: String] = [:]
    ) async throws -> CommandResult {
        let output = streams.contains(.output) ? try PseudoTerminal() : nil
        let errors = streams.contains(.errors) ? try PseudoTerminal() : nil
        var run = run(try BuiltExecutable.url("charter"), arguments)
        run.environment = environment
        let result = try await run.result(output: output?.follower, errors: errors?.follower)
        return CommandResult(
            ending: result.ending,
            output: try await output?.text() ?? result.output,
            errors: try await errors?.text() ?? result.errors
        )
    }

    /// Runs a script of bash and waits for its end.
    func bash(_ arguments: String...) async throws -> CommandResult {
        try await run(URL(fileURLWithPath: "/bin/bash"), arguments).result()
    }

    private func run(_ executable: URL, _ arguments: [String], in directory: String = ".") -> CommandRun {
        CommandRun(executable: executable, arguments: arguments, directory: url(directory), streams: root)
    }
}
