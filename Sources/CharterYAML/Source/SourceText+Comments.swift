extension SourceText {
    /// Whether the rest of a line is a comment that begins as text would: a blank, then `#` and no blank.
    func hasCommentLikeText(behind position: SourcePosition) -> Bool {
        guard let line = lineBytes(position.line), line.contains(UInt8(ascii: "#")) else { return false }
        var column = 0
        // The byte that begins the code point at the position.
        guard
            let start = line.firstIndex(where: { byte in
                column += byte.beginsCodePoint ? 1 : 0
                return column == position.column
            })
        else { return false }
        let comment = line[start...].drop(while: \.isBlank)
        guard line[start].isBlank, comment.first == UInt8(ascii: "#"), let next = comment.dropFirst().first else { return false }
        return !next.isBlank
    }
}
