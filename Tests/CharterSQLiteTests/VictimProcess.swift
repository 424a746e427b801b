import Foundation
import RunningPrograms
import Testing

/// A process that writes into a store, and may be ended at any moment.
struct VictimProcess {
    let arguments: [String]

    /// How a process ended, and what it said until then.
    struct Ending {
        var lines: [String]
        var wasKilled: Bool
        var status: Int32
    }

    /// Runs it to its end.
    ///
    /// - Parameter lines: How many lines it may say before it is killed; nil to let it be.
    func run(killAfter lines: Int? = nil) async throws -> Ending {
        let executable = try Self.executable
        return try await withCheckedThrowingContinuation { ended in
            // Reading waits, which tasks must not.
            DispatchQueue.global().async { ended.resume(with: Result { try runToEnd(executable, killAfter: lines) }) }
        }
    }

    private func runToEnd(_ executable: URL, killAfter lines: Int?) throws -> Ending {
        let process = Process()
        let output = Pipe()
        process.executableURL = executable
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        var bytes = Data()
        while true {
            let part = output.fileHandleForReading.availableData
            if part.isEmpty { break }
            bytes += part
            if let lines, bytes.count(where: { $0 == UInt8(ascii: "\n") }) >= lines { kill(process.processIdentifier, SIGKILL) }
        }
        process.waitUntilExit()
        // What stands before the last newline was said in full.
        let said = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        return Ending(
            lines: said.map(String.init),
            wasKilled: process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGKILL,
            status: process.terminationStatus
        )
    }

    /// `StoreVictim`, which `swift build` puts beside the bundle of the tests.
    private static var executable: URL {
        get throws { try BuiltExecutable.url("StoreVictim") }
    }
}
