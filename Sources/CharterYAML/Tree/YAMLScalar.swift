/// The text of a scalar, never interpreted: `no`, `1.0`, `0x1` and `~` stay as they are written.
package struct YAMLScalar: Hashable, Sendable {
    /// The text, without quotes, escapes replaced; empty for a value that is left out.
    package var text: String
    /// Whether it is written bare, neither quoted nor as a block.
    package var isPlain: Bool
    /// Whether a comment stands behind it whose sign is followed by no space, as in `see #4`: most likely it was meant as text.
    package var isCut = false

    /// Makes a scalar.
    package init(text: String, isPlain: Bool) {
        self.text = text
        self.isPlain = isPlain
    }
}
