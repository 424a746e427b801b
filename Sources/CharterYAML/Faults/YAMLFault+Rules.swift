extension YAMLFault {
    static func emptyDocument(_ span: SourceSpan) -> YAMLFault {
        YAMLFault(message: "the file holds no document", rule: "empty-document", span: span)
    }

    static func severalDocuments(_ span: SourceSpan) -> YAMLFault {
        YAMLFault(
            message: "a second document begins here",
            rule: "several-documents",
            span: span,
            help: "put each document into a file of its own"
        )
    }

    static func duplicateKey(_ key: YAMLKey, first: SourceSpan) -> YAMLFault {
        YAMLFault(
            message: "key '\(key.text.excerpt)' is given more than once",
            rule: "duplicate-key",
            span: key.span,
            help: key.text == "<<" ? "merge several mappings with <<: [*a, *b]" : "keep one of them",
            related: Note(span: first, message: "it is first given here")
        )
    }

    static func keyNotScalar(_ span: SourceSpan) -> YAMLFault {
        YAMLFault(
            message: "a key must be a text, not a list or mapping",
            rule: "key-not-scalar",
            span: span,
            help: "quote a key that begins with '[' or '{'"
        )
    }

    static func unknownAlias(_ name: String, _ span: SourceSpan) -> YAMLFault {
        YAMLFault(
            message: "nothing before this place is anchored as '\(name.excerpt)'",
            rule: "unknown-alias",
            span: span,
            help: "write &\(name.excerpt) before the value meant, or quote a text that begins with '*'"
        )
    }

    static func selfReference(_ name: String, _ span: SourceSpan) -> YAMLFault {
        YAMLFault(message: "the value anchored as '\(name.excerpt)' refers to itself", rule: "self-reference", span: span)
    }

    static func mergeNotMapping(_ span: SourceSpan) -> YAMLFault {
        YAMLFault(
            message: "only a mapping, or a list of mappings, can be merged",
            rule: "merge-not-mapping",
            span: span,
            help: "write <<: *name, or quote '<<' to use it as a key"
        )
    }
}

extension String {
    /// The text as a message may show it: of bounded length, and without control characters.
    var excerpt: String {
        var text = ""
        text.unicodeScalars += unicodeScalars.prefix(60).map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
        return unicodeScalars.dropFirst(60).isEmpty ? text : text + "…"
    }
}
