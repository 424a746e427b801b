/// The key of a mapping's entry.
package struct YAMLKey: Hashable, Sendable {
    /// The key's text, without quotes.
    package var text: String
    /// Where the key is written, without its tag and anchor.
    package var span: SourceSpan
    /// The tag as written.
    package var tag: String?

    /// Makes a key.
    package init(text: String, span: SourceSpan, tag: String? = nil) {
        self.text = text
        self.span = span
        self.tag = tag
    }
}
