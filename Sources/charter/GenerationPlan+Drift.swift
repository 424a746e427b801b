import CharterContract
import CharterGenerator
import CharterYAML

extension GenerationPlan {
    /// What differs from the contract, each file at its first line that does.
    var drift: [Diagnostic] {
        entries.compactMap { entry in
            guard let (message, help) = entry.change.fault else { return nil }
            let position = SourcePosition(line: entry.firstDifferentLine, column: 1)
            let span = SourceSpan(file: "\(folder)/\(entry.path)", at: position)
            return Diagnostic(.error, message, rule: "drift", at: span, help: help)
        }
    }
}

extension Diagnostic {
    /// A file or a folder beside those of all APIs.
    static func stray(_ path: String) -> Diagnostic {
        let span = SourceSpan(file: path, at: .start)
        return Diagnostic(.error, "no contract makes this", rule: "drift", at: span, help: "move it away or delete it")
    }
}

extension GenerationPlan.Change {
    /// What is wrong with a file with which that would happen, and how it is mended; nil where nothing is.
    fileprivate var fault: (message: String, help: String)? {
        let generate = "run 'charter generate' and commit the result"
        switch self {
        case .unchanged: return nil
        case .created: return ("the contract makes this file, and it is missing", generate)
        case .updated: return ("this file is not what the contract says", generate)
        case .deleted: return ("the contract no longer makes this file", generate)
        case .stray: return ("nothing generates this file", "move it away or delete it")
        case .blocked: return ("this was not generated, so it is not replaced", "move it away or delete it")
        }
    }
}

extension GenerationPlan.Entry {
    fileprivate var firstDifferentLine: Int {
        guard let old, let new else { return 1 }
        let lines = (Self.lines(of: old), Self.lines(of: new))
        // Where one text is the beginning of the other, the last line of the shorter one is as far as a reader can be led.
        return zip(lines.0, lines.1).enumerated().first { $1.0 != $1.1 }.map { $0.offset + 1 } ?? min(lines.0.count, lines.1.count)
    }

    private static func lines(of text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
