import CharterYAML

/// Writes diagnostics as people read them in a terminal: place, fault, the line itself, notes and a mend.
package struct DiagnosticRenderer {
    private let sources: [String: SourceText]

    /// - Parameter sources: the texts that the diagnostics speak of, for their code frames.
    package init(sources: [SourceText]) {
        self.sources = Dictionary(sources.map { ($0.file, $0) }) { first, _ in first }
    }

    /// The diagnostics as text, in the order given.
    package func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(render).joined()
    }

    private func render(_ diagnostic: Diagnostic) -> String {
        var text = "\(place(diagnostic.span)): \(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.rule)]\n"
        text += frame(diagnostic.span)
        for note in diagnostic.notes {
            text += "\(place(note.span)): note: \(note.message)\n"
        }
        if let help = diagnostic.help { text += "  help: \(help)\n" }
        return text
    }

    private func place(_ span: SourceSpan) -> String {
        "\(span.file):\(span.start.line):\(span.start.column)"
    }

    /// The line of the fault with its characters marked; of a fault over several lines the first one.
    private func frame(_ span: SourceSpan) -> String {
        guard let line = sources[span.file]?.line(span.start.line) else { return "" }
        let scalars = Array(line.unicodeScalars)
        guard scalars.contains(where: { !$0.properties.isWhitespace }) else { return "" }
        let start = min(span.start.column - 1, scalars.count)
        let end = span.end.line > span.start.line ? scalars.count : min(span.end.column - 1, scalars.count)
        let number = String(span.start.line)
        // Tabs are kept in the margin, so that the mark stands under its text however wide a tab is.
        let margin = scalars[..<start].map { $0 == "\t" ? "\t" : " " }.joined()
        let mark = "^" + String(repeating: "~", count: max(0, end - start - 1))
        return """
              \(number) | \(shown(line))
              \(String(repeating: " ", count: number.count)) | \(margin)\(mark)

            """
    }

    /// A line with control characters made visible: a contract must not be able to write to the terminal.
    private func shown(_ line: String) -> String {
        var text = ""
        for scalar in line.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control && scalar != "\t"
            text.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
        }
        return text
    }
}
