import Foundation
import Measuring

/// A server in a process of its own, which ends with its input and so with this process.
final class ServerProcess {
    let contestant: String
    /// The port on which it serves.
    let port: Int
    private let process = Process()
    private let (input, output) = (Pipe(), Pipe())

    /// Starts a server, and waits until it serves.
    init(_ executable: String, _ contestant: String) throws {
        self.contestant = contestant
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = ["serve", contestant]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        guard let port = Int(try Self.line(output)), port > 0 else { throw FailedRun([executable, contestant], "it names no port") }
        self.port = port
    }

    /// The CPU seconds that it took so far.
    func cpuTime() throws -> Double {
        try input.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
        guard let seconds = Double(try Self.line(output)) else { throw FailedRun([contestant], "it says no CPU time") }
        return seconds
    }

    /// Ends the process.
    func stop() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// The next line that the server writes.
    private static func line(_ pipe: Pipe) throws -> String {
        var line = Data()
        while let byte = try pipe.fileHandleForReading.read(upToCount: 1), let first = byte.first {
            if first == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
            line.append(first)
        }
        throw FailedRun(["EventServer"], "it ended")
    }
}
