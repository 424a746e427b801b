import Foundation
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// An executable of this package at work, in a process of its own.
///
/// It runs until it ends by itself or is ended, or until the test lets go of it: a test that fails leaves nothing behind.
package final class RunningProgram: Sendable {
    /// What it says on standard output, line by line, each once it is whole; there is one reader.
    package let lines: AsyncStream<String>
    private let identifier: pid_t
    private let end: Task<ProgramEnding, any Error>
    private let life: ProgramLife

    /// Begins.
    ///
    /// - Parameters:
    ///   - name: The executable, which `swift build` puts beside the bundle of the tests.
    ///   - environment: What it finds in its environment beside what the tests have in theirs; nil is what it does not find.
    ///   - identifierFile: Where its process identifier stands before it begins, for threads that cannot wait until a task has its turn.
    /// - Throws: what keeps it from being started.
    package init(
        _ name: String,
        _ arguments: [String],
        environment: [String: String?] = [:],
        identifierFile: URL? = nil
    ) async throws {
        let values = environment.compactMap { key, value in Environment.Key(rawValue: key).map { ($0, value) } }
        let program = try BuiltExecutable.url(name).path
        let announced = identifierFile.map { ["-c", #"echo $$ >"$0" && exec "$@""#, $0.path, program] }
        let configuration = Configuration(
            executable: .path(FilePath(announced == nil ? program : "/bin/sh")),
            arguments: Arguments((announced ?? []) + arguments),
            environment: .inherit.updating(Dictionary(uniqueKeysWithValues: values))
        )
        let (lines, line) = AsyncStream.makeStream(of: String.self)
        let (beginnings, beginning) = AsyncStream.makeStream(of: pid_t.self)
        let life = ProgramLife()
        let end = Task {
            defer {
                beginning.finish()
                line.finish()
            }
            let result = try await Subprocess.run(
                configuration,
                input: .none,
                output: .sequence,
                error: .string(limit: Self.mostErrors)
            ) { execution in
                beginning.yield(execution.processIdentifier.value)
                var output = ProgramOutput()
                for try await part in execution.standardOutput {
                    for whole in output.take(part.withUnsafeBytes { Array($0) }) { line.yield(whole) }
                }
                return output
            }
            life.end()
            return ProgramEnding(result.terminationStatus, output: result.closureResult, errors: result.standardError)
        }
        guard let identifier = await beginnings.first(where: { _ in true }) else {
            _ = try await end.value
            preconditionFailure("a process ends only after it has begun")
        }
        self.lines = lines
        self.identifier = identifier
        self.end = end
        self.life = life
    }

    /// What it may say on standard error: 64 MiB.
    private static let mostErrors = 1 << 26

    deinit {
        kill()
    }

    /// Runs an executable to its end.
    package static func run(_ name: String, _ arguments: [String], environment: [String: String?] = [:]) async throws -> ProgramEnding {
        try await RunningProgram(name, arguments, environment: environment).ending
    }

    /// How it ends; waits until then.
    package var ending: ProgramEnding {
        get async throws { try await end.value }
    }

    /// The first line that it says, such as the address of a server that listens.
    ///
    /// - Throws: ``ProgramEnding`` where it ends before.
    package var firstLine: String {
        get async throws {
            for await line in lines { return line }
            throw try await ending
        }
    }

    /// Ends it at once, as a power cut would.
    package func kill() {
        send(SIGKILL)
    }

    /// Tells it to end in good order.
    package func terminate() {
        send(SIGTERM)
    }

    /// Sends it a signal, such as SIGINT.
    package func send(_ signal: Int32) {
        life.signal(identifier, signal)
    }
}
