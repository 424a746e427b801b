/// One step of libyaml through a document, with its place in the file.
enum YAMLEvent {
    /// The anchor and the tag that stand before a value.
    struct Properties {
        var anchor: String?
        var tag: String?
    }

    case streamStart
    case streamEnd
    case documentStart(SourceSpan)
    case documentEnd
    case alias(name: String, SourceSpan)
    case scalar(YAMLScalar, Properties, SourceSpan)
    case sequenceStart(Properties, SourceSpan)
    case mappingStart(Properties, SourceSpan)
    case collectionEnd(SourceSpan)
}
