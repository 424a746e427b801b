import CharterContract

/// Text of a contract as lines of a documentation comment.
enum DocComment {
    /// The longest line, indentation included, that comments are wrapped to.
    private static let width = 132

    /// Each line begins with `///`. Paragraphs keep their breaks; list items and code stay on lines of their own.
    static func lines(_ paragraphs: [String], indentation: Int = 0) -> [String] {
        let available = width - indentation - 4
        var lines: [String] = []
        for paragraph in paragraphs.splittingSummary where !paragraph.isEmpty {
            if !lines.isEmpty { lines.append("") }
            for line in paragraph.split(separator: "\n", omittingEmptySubsequences: false) {
                lines += wrapped(line, to: available)
            }
        }
        return lines.map { $0.isEmpty ? "///" : "/// " + $0 }
    }

    private static func wrapped(_ line: Substring, to width: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        for word in line.split(separator: " ") {
            if !current.isEmpty, current.count + 1 + word.count > width {
                lines.append(current)
                current = ""
            }
            current += (current.isEmpty ? "" : " ") + word
        }
        return lines + [current]
    }
}

extension [String] {
    /// The paragraphs with the first sentence in a paragraph of its own, ended by a full stop: tools show it as the summary.
    fileprivate var splittingSummary: [String] {
        guard let first, !first.isEmpty else { return self }
        let end = first.firstRange(of: /[.!?](?=\s)|\n/)?.upperBound ?? first.endIndex
        let summary = String(first[..<end]).trimmed
        let isEnded = summary.last.map { ".!?".contains($0) } ?? true
        return [isEnded ? summary : summary + ".", String(first[end...]).trimmed] + dropFirst()
    }
}
