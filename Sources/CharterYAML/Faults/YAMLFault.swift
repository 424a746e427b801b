/// Something wrong with a YAML file: what, where, and how to mend it.
package struct YAMLFault: Error, Hashable, Sendable {
    /// A second place that explains the fault.
    package struct Note: Hashable, Sendable {
        /// The second place.
        package var span: SourceSpan
        /// What is there.
        package var message: String

        /// Makes a note.
        package init(span: SourceSpan, message: String) {
            self.span = span
            self.message = message
        }
    }

    /// One sentence, without a full stop.
    package var message: String
    /// The rule's stable name, such as `duplicate-key`.
    package var rule: String
    /// The place.
    package var span: SourceSpan
    /// How to mend it.
    package var help: String?
    /// A second place, such as the first of two equal keys.
    package var related: Note?

    /// Makes a fault.
    package init(message: String, rule: String, span: SourceSpan, help: String? = nil, related: Note? = nil) {
        self.message = message
        self.rule = rule
        self.span = span
        self.help = help
        self.related = related
    }
}
