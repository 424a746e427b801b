extension TreeBuilder {
    /// What an alias stands for, weighed before it is used; an empty value, with a fault, where it stands for nothing.
    mutating func expand(_ name: String, _ span: SourceSpan) throws(YAMLFault) -> Subtree {
        guard let anchored = anchors[name] else { return try missing(.unknownAlias(name, span)) }
        guard var value = anchored else { return try missing(.selfReference(name, span)) }
        guard value.nodeCount <= limits.maximumNodes - nodeCount else {
            throw .aliasGrowth(name, span, maximum: limits.maximumNodes, anchor: value.node.span)
        }
        guard depth + value.height <= limits.maximumDepth else { throw .tooDeep(span, maximum: limits.maximumDepth) }
        try count(value.nodeCount, span)
        value.node.alias = span
        return value
    }

    private mutating func missing(_ fault: YAMLFault) throws(YAMLFault) -> Subtree {
        faults.append(fault)
        try count(1, fault.span)
        return Subtree(node: YAMLNode(kind: .scalar(YAMLScalar(text: "", isPlain: true)), span: fault.span, alias: fault.span))
    }

    /// The entries of every mapping that a merge names: one mapping, or a list of them.
    ///
    /// Anything else is a fault.
    mutating func mappings(mergedBy value: YAMLNode) -> [[YAMLEntry]] {
        var parts = [value]
        if case .sequence(let items) = value.kind { parts = items }
        var merged: [[YAMLEntry]] = []
        for part in parts {
            guard case .mapping(let entries) = part.kind else {
                faults.append(.mergeNotMapping(part.place))
                continue
            }
            merged.append(part.alias == nil ? entries : entries.map { $0.merged(at: part.alias) })
        }
        return merged
    }
}

extension YAMLEntry {
    /// The entry as it stands in a mapping that merges it.
    fileprivate func merged(at alias: SourceSpan?) -> YAMLEntry {
        var entry = self
        entry.value.alias = alias
        return entry
    }
}

extension YAMLNode {
    /// Whether this, as a key, merges its value: a bare `<<`.
    var isMergeKey: Bool {
        kind == .scalar(YAMLScalar(text: "<<", isPlain: true)) && tag == nil && alias == nil
    }

    /// Whether nothing is written here.
    var isLeftOut: Bool {
        kind == .scalar(YAMLScalar(text: "", isPlain: true)) && tag == nil
    }
}
