import CharterContract
import Foundation

/// The two streams and the files of a run: results go to standard output, what is wrong and how far it is to standard error.
enum Console {
    static func print(_ text: String) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data((text.hasSuffix("\n") || text.isEmpty ? text : text + "\n").utf8))
        } catch {
            // A reader that has gone away, as `head` does, is no fault of this command.
            if error.systemCode != EPIPE { stop("standard output cannot be written: \(error.reason)") }
        }
    }

    static func complain(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
    }

    /// Says why nothing can be done, and ends.
    static func stop(_ message: String, _ outcome: Outcome = .impossible) -> Never {
        complain("error: \(message)")
        finish(outcome)
    }

    static func finish(_ outcome: Outcome) -> Never {
        exit(outcome.rawValue)
    }

    /// The bytes of a file.
    static func read(_ path: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            stop("\(path) cannot be read: \(error.reason)")
        }
    }

    /// Writes a file, whole or not at all.
    static func write(_ bytes: [UInt8], to path: String) throws {
        do {
            try replaceFile(at: path, with: bytes)
        } catch {
            stop("\(path) cannot be written: \(error.reason)")
        }
    }
}
