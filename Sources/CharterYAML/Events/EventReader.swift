import CYAML

/// Steps through the events of a YAML text: owns libyaml's parser, and gives Swift values with corrected places.
struct EventReader: ~Copyable {
    /// The longest tag; `%TAG` could otherwise blow up a short tag in each of many nodes.
    static let longestTag = 256

    private let source: SourceText
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private var values: ValueFinder

    /// Begins at the start of the text.
    ///
    /// `bytes` are those of the source and outlive the reader; there is at least one.
    init(_ source: SourceText, bytes: UnsafeBufferPointer<UInt8>) {
        self.source = source
        parser = .allocate(capacity: 1)
        values = ValueFinder(bytes)
        guard yaml_parser_initialize(parser) == 1 else { fatalError("out of memory") }
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event.
    mutating func next() throws(YAMLFault) -> YAMLEvent {
        var event = yaml_event_t()
        defer { yaml_event_delete(&event) }
        guard yaml_parser_parse(parser, &event) == 1 else { throw .unreadable(SyntaxComplaint(parser.pointee), in: source) }

        let span = SourceSpan(file: source.file, start: SourcePosition(event.start_mark), end: SourcePosition(event.end_mark))
        switch event.type {
        case YAML_STREAM_START_EVENT:
            return .streamStart
        case YAML_STREAM_END_EVENT:
            return .streamEnd
        case YAML_DOCUMENT_START_EVENT:
            return .documentStart(span)
        case YAML_DOCUMENT_END_EVENT:
            return .documentEnd
        case YAML_ALIAS_EVENT:
            return .alias(name: String(bytes: event.data.alias.anchor), span)
        case YAML_SCALAR_EVENT:
            return try scalar(event, span)
        case YAML_SEQUENCE_START_EVENT:
            let data = event.data.sequence_start
            let properties = try properties(anchor: data.anchor, tag: data.tag, span)
            return .sequenceStart(properties, collectionStart(event, properties, span))
        case YAML_MAPPING_START_EVENT:
            let data = event.data.mapping_start
            let properties = try properties(anchor: data.anchor, tag: data.tag, span)
            return .mappingStart(properties, collectionStart(event, properties, span))
        default:
            return .collectionEnd(span)
        }
    }

    private mutating func scalar(_ event: yaml_event_t, _ span: SourceSpan) throws(YAMLFault) -> YAMLEvent {
        let data = event.data.scalar
        let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
        var scalar = YAMLScalar(text: text, isPlain: data.style == YAML_PLAIN_SCALAR_STYLE)
        scalar.isCut = scalar.isPlain && !text.isEmpty && source.hasCommentLikeText(behind: span.end)
        let properties = try properties(anchor: data.anchor, tag: data.tag, span)
        var span = span
        if scalar.isPlain && text.isEmpty {
            span.start = span.end
        } else {
            span.start = values.start(after: properties, from: event.start_mark)
        }
        if data.style == YAML_LITERAL_SCALAR_STYLE || data.style == YAML_FOLDED_SCALAR_STYLE {
            span.end = source.endOfText(before: span.end, notBefore: span.start)
        }
        return .scalar(scalar, properties, span)
    }

    private mutating func collectionStart(
        _ event: yaml_event_t,
        _ properties: YAMLEvent.Properties,
        _ span: SourceSpan
    ) -> SourceSpan {
        SourceSpan(file: span.file, start: values.start(after: properties, from: event.start_mark), end: span.end)
    }

    private func properties(
        anchor: UnsafeMutablePointer<UInt8>?,
        tag: UnsafeMutablePointer<UInt8>?,
        _ span: SourceSpan
    ) throws(YAMLFault) -> YAMLEvent.Properties {
        let tag = tag.map(String.init(bytes:))
        if let tag, tag.utf8.count > Self.longestTag { throw .tagTooLong(span) }
        return YAMLEvent.Properties(anchor: anchor.map(String.init(bytes:)), tag: tag)
    }
}

extension String {
    /// Copies a text of libyaml that ends with a NUL.
    fileprivate init(bytes: UnsafeMutablePointer<UInt8>) {
        self.init(cString: UnsafePointer(bytes))
    }
}
