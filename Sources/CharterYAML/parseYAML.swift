/// Reads a YAML text into located nodes.
///
/// Anchors, aliases and merge keys are resolved. Every fault that does not stop the reading is found in one run; a text that is
/// not well-formed, or exceeds the limits, ends it there. Whatever the bytes are, the answer comes soon and no input crashes it.
package func parseYAML(_ source: SourceText, limits: YAMLLimits = .standard) -> YAMLResult {
    if let fault = SourceCheck(source, limits).fault { return YAMLResult(root: nil, faults: [fault]) }

    return source.bytes.withUnsafeBufferPointer { bytes in
        var builder = TreeBuilder(file: source.file, events: EventReader(source, bytes: bytes), limits: limits)
        do throws(YAMLFault) {
            let root = try builder.document()
            return YAMLResult(root: root, faults: builder.faults.sortedByPlace)
        } catch {
            return YAMLResult(root: nil, faults: (builder.faults + [error]).sortedByPlace)
        }
    }
}

extension [YAMLFault] {
    /// The faults in the order of the text.
    fileprivate var sortedByPlace: [YAMLFault] {
        sorted { $0.span.start < $1.span.start }
    }
}
