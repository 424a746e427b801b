import CharterContract

/// Text of a contract as lines of a documentation comment.
enum DocComment {
    /// The longest line, indentation included, that comments are wrapped to.
    private static let width = 132

    /// The lines, each with its slashes.
    ///
    /// Paragraphs keep their breaks; list items and code stay on lines of their own.
    static func lines(_ paragraphs: [String], indentation: Int = 0) -> [String] {
        let available = width - indentation - 4
        var lines: [String] = []
        for paragraph in paragraphs.map(\.withoutControls).splittingSummary where !paragraph.isEmpty {
            if !lines.isEmpty { lines.append("") }
            for line in paragraph.split(separator: "\n", omittingEmptySubsequences: false) {
                lines += wrapped(line, to: available)
            }
        }
        return lines.map { $0.isEmpty ? "///" : "/// " + $0 }
    }

    /// The text as a part of one comment line that a template begins.
    static func phrase(_ text: String) -> String {
        text.withoutControls.replacing("\n", with: " ").bindingAbbreviations
    }

    /// A line cut at spaces; the first keeps its indentation, which means something in code and lists.
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
        lines.append(current)
        if !lines[0].isEmpty { lines[0] = line.prefix { $0 == " " } + lines[0] }
        return lines
    }
}

extension [String] {
    /// The paragraphs with the first sentence in a paragraph of its own, ended by a full stop: tools show it as the summary.
    fileprivate var splittingSummary: [String] {
        guard let first, !first.isEmpty else { return self }
        let end = first.endOfFirstSentence
        let summary = String(first[..<end]).trimmed
        let isEnded = summary.last.map { ".!?".contains($0) } ?? true
        return [(isEnded ? summary : summary + ".").bindingAbbreviations, String(first[end...]).trimmed] + dropFirst()
    }
}

extension String {
    /// What writes a full stop and goes on.
    private static let abbreviations: Set<Substring> = ["e.g.", "i.e.", "etc.", "cf.", "vs.", "approx.", "incl.", "excl."]

    /// The text with line feeds and spaces for the ends of lines and the controls that there are: a comment ends with its line.
    fileprivate var withoutControls: String {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == UInt8(ascii: "\n") }) { return self }
        var text = ""
        for scalar in replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": text.unicodeScalars.append("\n")
            case _ where scalar.isInvisible: text.unicodeScalars.append(" ")
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Behind the first full stop that is none of an abbreviation, or the first line.
    fileprivate var endOfFirstSentence: Index {
        for index in indices {
            let end = self.index(after: index)
            if self[index] == "\n" { return end }
            guard self[index] == "." || self[index] == "!" || self[index] == "?", end < endIndex, self[end].isWhitespace else { continue }
            let word = self[..<end].split { $0.isWhitespace || $0 == "(" }.last ?? ""
            if !Self.abbreviations.contains(Substring(word.lowercased())) { return end }
        }
        return endIndex
    }

    /// The text with spaces that do not break behind abbreviations: formatters take any other for the end of a sentence.
    fileprivate var bindingAbbreviations: String {
        var text = ""
        for word in split(separator: " ") {
            if !text.isEmpty { text += text.last == "." ? "\u{A0}" : " " }
            text += word
        }
        return text
    }
}
