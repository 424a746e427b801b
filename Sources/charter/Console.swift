import Foundation

/// The two streams: results go to standard output, diagnostics to standard error.
enum Console {
    static func print(_ text: String) {
        write(text, to: .standardOutput)
    }

    static func complain(_ text: String) {
        write(text, to: .standardError)
    }

    static func finish(_ outcome: Outcome) -> Never {
        exit(outcome.rawValue)
    }

    private static func write(_ text: String, to stream: FileHandle) {
        guard !text.isEmpty else { return }
        // A reader that has gone away, as `head` does, is no fault of this command.
        try? stream.write(contentsOf: Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
    }
}
