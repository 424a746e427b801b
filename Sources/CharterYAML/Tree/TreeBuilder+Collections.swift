extension TreeBuilder {
    /// A list or mapping whose opening event was read; `read` reads the rest.
    mutating func collection(
        _ properties: YAMLEvent.Properties,
        _ opening: SourceSpan,
        read: (inout TreeBuilder, inout Subtree) throws(YAMLFault) -> Void
    ) throws(YAMLFault) -> Subtree {
        guard depth < limits.maximumDepth else { throw .tooDeep(opening, maximum: limits.maximumDepth) }
        depth += 1
        defer { depth -= 1 }
        try count(1, opening)
        define(properties.anchor, nil)
        var whole = Subtree(node: YAMLNode(kind: .sequence([]), tag: properties.tag, span: opening), height: 1)
        try read(&self, &whole)
        define(properties.anchor, whole)
        return whole
    }

    /// Reads the items of a list up to its end.
    mutating func readItems(into whole: inout Subtree) throws(YAMLFault) {
        var items: [YAMLNode] = []
        while let event = try nextPart(of: &whole) {
            let item = try subtree(event)
            whole.contain(item)
            items.append(item.node)
        }
        whole.node.kind = .sequence(items)
    }

    /// Reads the entries of a mapping up to its end.
    mutating func readEntries(into whole: inout Subtree) throws(YAMLFault) {
        var entries = EntryCollector()
        while let event = try nextPart(of: &whole) {
            let key = try subtree(event)
            whole.contain(key)
            let name = accept(key.node, in: &entries)
            var value = try subtree(events.next())
            if value.node.isLeftOut, value.node.span.start.line > key.node.place.end.line {
                // libyaml puts the value that a bare '? key' lacks where the next thing begins.
                value.node.span = SourceSpan(file: file, at: key.node.place.end)
            }
            whole.contain(value)
            guard let name else { continue }
            if key.node.isMergeKey {
                for mapping in mappings(mergedBy: value.node) { entries.merge(mapping) }
            } else {
                entries.append(YAMLEntry(key: name, value: value.node))
            }
        }
        whole.node.kind = .mapping(entries.spliced)
    }

    /// The event that begins the next part; nil at the end, which then ends the collection's span.
    private mutating func nextPart(of whole: inout Subtree) throws(YAMLFault) -> YAMLEvent? {
        let event = try events.next()
        guard case .collectionEnd(let end) = event else { return event }
        // Only a closing bracket has a width. Blocks end with their last part, not where libyaml sees the next token.
        if end.start < end.end { whole.node.span.end = end.end }
        return nil
    }

    /// The key of an entry to keep; nil, with a fault, for one that is no text or was given before.
    private mutating func accept(_ node: YAMLNode, in entries: inout EntryCollector) -> YAMLKey? {
        guard case .scalar(let scalar) = node.kind else {
            faults.append(.keyNotScalar(node.place))
            return nil
        }
        let key = YAMLKey(text: scalar.text, span: node.place, tag: node.tag)
        if let first = entries.reserve(key) {
            faults.append(.duplicateKey(key, first: first))
            return nil
        }
        return key
    }
}
