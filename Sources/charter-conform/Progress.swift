import CharterConformance
import Foundation

/// Tells on standard error how far a run is: in one line on a terminal, elsewhere in a line for every hundredth check.
struct Progress {
    private let count: Int
    private let isShown: Bool
    private let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
    private var done = 0
    private var failed = 0

    init(of count: Int, isShown: Bool) {
        self.count = count
        self.isShown = isShown
    }

    mutating func tell(_ result: CheckResult) {
        done += 1
        if result.outcome == .failed { failed += 1 }
        guard isShown else { return }
        let failures = failed == 0 ? "" : ", \(failed) failed"
        if isTerminal {
            write("\r\u{1B}[K\(done) of \(count)\(failures)  \(result.name.prefix(60))")
        } else if done.isMultiple(of: 100) {
            write("\(done) of \(count) checks\(failures)\n")
        }
    }

    func finish() {
        if isShown, isTerminal { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
