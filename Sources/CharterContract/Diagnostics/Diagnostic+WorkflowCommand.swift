import CharterYAML

extension Diagnostic {
    /// The line by which a job of GitHub Actions has the diagnostic shown beside the line of the file that it speaks of.
    package var workflowCommand: String {
        var properties = [("file", span.file), ("line", String(span.start.line))]
        // Columns are shown within one line alone.
        if span.end.line > span.start.line {
            properties.append(("endLine", String(span.end.line)))
        } else {
            properties.append(("col", String(span.start.column)))
            if span.end.column > span.start.column { properties.append(("endColumn", String(span.end.column))) }
        }
        properties.append(("title", rule))
        let places = notes.map { "\n\($0.span.file):\($0.span.start.line): \($0.message.withControlsShown)" }.joined()
        // A message may have lines of its own.
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(\.withControlsShown).joined(separator: "\n")
        let text = lines + places + (help.map { "\nhelp: \($0.withControlsShown)" } ?? "")
        let shown = properties.map { "\($0)=\($1.withControlsShown.escapedForCommand.escapedForProperty)" }.joined(separator: ",")
        return "::\(severity.rawValue) \(shown)::\(text.escapedForCommand)"
    }
}

extension String {
    /// The text of a workflow command: what would end its line is written as in a URL.
    fileprivate var escapedForCommand: String {
        replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    /// The same within a property, which a comma ends.
    fileprivate var escapedForProperty: String {
        replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
