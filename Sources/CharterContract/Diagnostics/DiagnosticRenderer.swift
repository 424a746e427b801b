import CharterYAML

/// Writes diagnostics as people read them in a terminal: place, fault, the line itself, notes and a mend.
package struct DiagnosticRenderer {
    /// The most characters of a line that a frame shows.
    private static let widest = 160

    private let sources: [String: SourceText]
    private let style: TextStyle

    /// - Parameter sources: the texts that the diagnostics speak of, for their code frames.
    package init(sources: [SourceText], style: TextStyle = .plain) {
        self.sources = sources.keyed(by: \.file)
        self.style = style
    }

    /// The diagnostics as text, in the order given.
    package func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(render).joined()
    }

    private func render(_ diagnostic: Diagnostic) -> String {
        var text = style.heading(diagnostic.severity, diagnostic.message, rule: diagnostic.rule, at: place(diagnostic.span))
        text += frame(diagnostic.span)
        for note in diagnostic.notes { text += style.note(note.message, at: place(note.span)) }
        if let help = diagnostic.help { text += style.help(help) }
        return text
    }

    private func place(_ span: SourceSpan) -> String {
        "\(span.file):\(span.start.line):\(span.start.column)"
    }

    /// The line of the fault with its characters marked; of a fault over several lines the first one, of a long line the part around it.
    private func frame(_ span: SourceSpan) -> String {
        guard let line = sources[span.file]?.line(span.start.line) else { return "" }
        let all = Array(line.unicodeScalars)
        guard all.contains(where: { !$0.properties.isWhitespace }) else { return "" }
        let start = min(span.start.column - 1, all.count)
        let first = start < Self.widest ? 0 : start - Self.widest / 2
        let scalars = all[first...].prefix(Self.widest)
        let end = span.end.line > span.start.line ? scalars.endIndex : min(span.end.column - 1, scalars.endIndex)
        let number = String(span.start.line)
        let shown = String(String.UnicodeScalarView(scalars)).withControlsShown
        let cut = (before: first > 0 ? "…" : "", after: scalars.endIndex < all.count ? "…" : "")
        // Tabs are kept in the margin, so that the mark stands under its text however wide a tab is.
        let margin = String(repeating: " ", count: cut.before.count) + all[first..<start].map { $0 == "\t" ? "\t" : " " }.joined()
        let mark = style("^" + String(repeating: "~", count: max(0, end - start - 1)), as: .mark)
        return """
              \(number) | \(cut.before)\(shown)\(cut.after)
              \(String(repeating: " ", count: number.count)) | \(margin)\(mark)

            """
    }
}
