extension SourceText {
    /// The end of the last line with text before `end`: libyaml ends a block of text only where the next thing begins.
    func endOfText(before end: SourcePosition, notBefore start: SourcePosition) -> SourcePosition {
        var line = end.column == 1 ? end.line - 1 : end.line
        while line > start.line, lineBytes(line)?.allSatisfy(\.isBlank) ?? true {
            line -= 1
        }
        return SourcePosition(line: line, column: (lineBytes(line)?.codePointCount ?? 0) + 1)
    }
}
