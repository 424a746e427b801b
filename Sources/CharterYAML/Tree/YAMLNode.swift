/// A value of a YAML document, with its place.
///
/// Aliases are already replaced by what they stand for, and merges are spliced.
package struct YAMLNode: Hashable, Sendable {
    /// What a value is.
    package enum Kind: Hashable, Sendable {
        /// A text, a number, a word or nothing: whoever reads it decides by what is expected there.
        case scalar(YAMLScalar)
        /// A list.
        case sequence([YAMLNode])
        /// Keys with their values, in the order of the file, without a key twice.
        case mapping([YAMLEntry])
    }

    /// The value.
    package var kind: Kind
    /// The tag as written, such as `!assumed`; `!!str` is given in its long form `tag:yaml.org,2002:str`.
    package var tag: String?
    /// Where the value is written, without its tag and anchor.
    package var span: SourceSpan
    /// The place of the `*name` through which the value came here; its `span` is then that of the anchored value.
    package var alias: SourceSpan?

    /// Makes a node.
    package init(kind: Kind, tag: String? = nil, span: SourceSpan, alias: SourceSpan? = nil) {
        self.kind = kind
        self.tag = tag
        self.span = span
        self.alias = alias
    }

    /// Where the node stands in its parent: the alias if it came through one, else the value itself.
    package var place: SourceSpan {
        alias ?? span
    }
}
