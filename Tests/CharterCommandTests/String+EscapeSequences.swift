/// Text with the escape sequences of terminals.
extension String {
    /// The text without them: Select Graphic Rendition, the only ones that `charter` writes.
    var withoutEscapeSequences: String {
        replacing(/\u{1B}\[[0-9;]*m/, with: "")
    }

    /// The text with `\e` for the character that begins them, as golden files keep it.
    var withEscapesShown: String {
        replacing("\u{1B}", with: "\\e")
    }

    var hasEscapes: Bool {
        unicodeScalars.contains("\u{1B}")
    }
}
