/// A stretch of a file, from its first character to the place just after its last.
///
/// A span whose start equals its end marks a point: an empty value, or the place of a syntax error.
package struct SourceSpan: Hashable, Sendable {
    /// The file's path as shown to the user.
    package var file: String
    /// Where the stretch begins.
    package var start: SourcePosition
    /// The position just after the last character.
    package var end: SourcePosition

    /// Makes a span that covers `start` up to, and without, `end`.
    package init(file: String, start: SourcePosition, end: SourcePosition) {
        self.file = file
        self.start = start
        self.end = end
    }

    /// Makes a span that marks a single point.
    package init(file: String, at position: SourcePosition) {
        self.init(file: file, start: position, end: position)
    }
}
