import Foundation
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

extension RunningProgram {
    /// Runs an executable to its end, with streams that lead to files.
    ///
    /// `Process` of Foundation, which could do this too, crashes now and then where a process has a thousand files open.
    ///
    /// - Parameters:
    ///   - directory: The working directory.
    ///   - environment: What it finds in its environment beside what the tests have in theirs.
    /// - Returns: The exit code, or the signal that ended it.
    package static func run(
        _ executable: URL,
        _ arguments: [String],
        in directory: URL,
        environment: [String: String],
        output: FileHandle,
        errors: FileHandle
    ) async throws -> (status: Int32?, signal: Int32?) {
        let values = environment.compactMap { key, value in Environment.Key(rawValue: key).map { ($0, Optional(value)) } }
        let configuration = Configuration(
            executable: .path(FilePath(executable.path)),
            arguments: Arguments(arguments),
            environment: .inherit.updating(Dictionary(uniqueKeysWithValues: values)),
            workingDirectory: FilePath(directory.path)
        )
        let ending = try await Subprocess.run(
            configuration,
            input: .none,
            output: .fileDescriptor(FileDescriptor(rawValue: output.fileDescriptor), closeAfterSpawningProcess: false),
            error: .fileDescriptor(FileDescriptor(rawValue: errors.fileDescriptor), closeAfterSpawningProcess: false)
        )
        return switch ending.terminationStatus {
        case .exited(let code): (code, nil)
        case .signaled(let number): (nil, number)
        }
    }
}
