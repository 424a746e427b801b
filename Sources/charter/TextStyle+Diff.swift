import CharterContract

extension TextStyle {
    /// A unified diff with its added and removed lines set off, and the characters made visible that steer a terminal.
    ///
    /// Headings are told from lines by the counts that open each hunk: a removed line `-- x` begins with `---` too.
    func diff(_ text: String) -> String {
        var hunk = (old: 0, new: 0)
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let shown = String(line).withControlsShown
            return role(ofDiffLine: line, in: &hunk).map { self(shown, as: $0) } ?? shown
        }
        return lines.joined(separator: "\n")
    }

    /// - Parameter hunk: the numbers of lines that are still to come of the hunk, of the old file and of the new one.
    private func role(ofDiffLine line: Substring.UnicodeScalarView, in hunk: inout (old: Int, new: Int)) -> Role? {
        guard hunk.old > 0 || hunk.new > 0 else {
            let text = String(line)
            if text.hasPrefix("@@ ") {
                let counts = text.split(separator: " ").prefix(3).compactMap { $0.split(separator: ",").last }.compactMap { Int($0) }
                if counts.count == 2 { hunk = (counts[0], counts[1]) }
                return .hunkHeading
            }
            return text.hasPrefix("--- ") || text.hasPrefix("+++ ") ? .diffHeading : nil
        }
        switch line.first {
        case "-":
            hunk.old -= 1
            return .removedLine
        case "+":
            hunk.new -= 1
            return .addedLine
        case " ":
            hunk = (hunk.old - 1, hunk.new - 1)
            return nil
        default:  // `\ No newline at end of file`
            return nil
        }
    }
}
