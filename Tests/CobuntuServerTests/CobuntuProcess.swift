import Foundation
import RunningPrograms
import Testing

/// The executable `cobuntu-server` at work.
final class CobuntuProcess: Sendable {
    private let process = Process()
    private let output = Pipe()
    private let errors = Pipe()

    /// How a process ended, and what it said until then.
    struct Ending {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Begins a command.
    init(_ arguments: [String], environment: [String: String] = [:]) throws {
        process.executableURL = try Self.executable
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    deinit {
        // A test that failed leaves no server behind.
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    }

    /// Runs a command to its end.
    static func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Ending {
        let running = try CobuntuProcess(arguments, environment: environment)
        return await running.ending
    }

    /// Waits for the end.
    var ending: Ending {
        get async {
            let (process, output, errors) = (process, output.fileHandleForReading, errors.fileHandleForReading)
            return await withCheckedContinuation { ended in
                // Reading waits, which tasks must not. What is said here fits into the pipes.
                DispatchQueue.global().async {
                    process.waitUntilExit()
                    let texts = [output, errors].map { String(decoding: $0.readDataToEndOfFile(), as: UTF8.self) }
                    ended.resume(returning: Ending(status: process.terminationStatus, output: texts[0], errors: texts[1]))
                }
            }
        }
    }

    /// The first line of output, such as the address of a server that listens.
    var firstLine: String {
        get async throws {
            let handle = output.fileHandleForReading
            let line = await withCheckedContinuation { (read: CheckedContinuation<String, Never>) in
                DispatchQueue.global().async {
                    var bytes = Data()
                    while !bytes.contains(UInt8(ascii: "\n")) {
                        let part = handle.availableData
                        if part.isEmpty { break }
                        bytes += part
                    }
                    read.resume(returning: String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
                }
            }
            return try #require(line.isEmpty ? nil : line, "the process said nothing")
        }
    }

    /// Ends it at once, as a power cut would.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Tells it to end in good order.
    func terminate() {
        process.terminate()
    }

    /// `cobuntu-server`, which `swift build` puts beside the bundle of the tests.
    private static var executable: URL {
        get throws { try BuiltExecutable.url("cobuntu-server") }
    }
}

/// A folder that lasts as long as a test.
func withFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cobuntu-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}
