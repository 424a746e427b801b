extension YAMLFault {
    static func tooLarge(_ span: SourceSpan, maximum: Int) -> YAMLFault {
        YAMLFault(message: "the file is larger than \(maximum) bytes", rule: "too-large", span: span)
    }

    static func tagTooLong(_ span: SourceSpan) -> YAMLFault {
        YAMLFault(message: "the tag is longer than \(EventReader.longestTag) bytes", rule: "too-large", span: span)
    }

    static func tooManyDirectives(_ span: SourceSpan) -> YAMLFault {
        YAMLFault(message: "more than \(SourceCheck.maximumDirectives) lines begin with '%'", rule: "too-large", span: span)
    }

    static func tooManyNodes(_ span: SourceSpan, maximum: Int) -> YAMLFault {
        YAMLFault(message: "the document holds more than \(maximum) keys and values", rule: "too-many-nodes", span: span)
    }

    static func tooDeep(_ span: SourceSpan, maximum: Int) -> YAMLFault {
        YAMLFault(
            message: "lists and mappings lie more than \(maximum) levels inside one another",
            rule: "too-deep",
            span: SourceSpan(file: span.file, at: span.start)
        )
    }

    static func aliasGrowth(_ name: String, _ span: SourceSpan, maximum: Int, anchor: SourceSpan) -> YAMLFault {
        YAMLFault(
            message: "alias '\(name.excerpt)' makes the document hold more than \(maximum) keys and values",
            rule: "alias-growth",
            span: span,
            related: Note(span: anchor, message: "this is repeated")
        )
    }

    static func wrongEncoding(_ encoding: String, _ span: SourceSpan) -> YAMLFault {
        YAMLFault(message: "the file is \(encoding)", rule: "not-utf8", span: span, help: "save it as UTF-8")
    }
}
