import CharterContract
import CharterGenerator
import Foundation

/// The two streams: results go to standard output, diagnostics to standard error.
enum Console {
    /// How text on standard output is set off.
    static let outputStyle = TextStyle(for: .standardOutput)
    /// How text on standard error is set off.
    static let errorStyle = TextStyle(for: .standardError)

    static func print(_ text: String) {
        do {
            try write(text, to: .standardOutput)
        } catch let fault where fault.systemCode == EPIPE {
            // A reader that has gone away, as `head` does, is no fault of this command.
        } catch {
            fail("standard output cannot be written: \(error.reason)")
            finish(.impossible)
        }
    }

    /// Says on standard error why the command does not hold.
    static func fail(_ message: String) {
        complain(errorStyle.complaint(.error, message))
    }

    static func complain(_ text: String) {
        try? write(text, to: .standardError)
    }

    static func finish(_ outcome: Outcome) -> Never {
        exit(outcome.rawValue)
    }

    private static func write(_ text: String, to stream: FileHandle) throws {
        guard !text.isEmpty else { return }
        try stream.write(contentsOf: Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
    }
}
