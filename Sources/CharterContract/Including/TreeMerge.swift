import CharterYAML

/// Puts the top-level keys of several files into one tree: maps and lists grow, and nothing is said twice.
struct TreeMerge {
    private(set) var root: YAMLNode
    private(set) var diagnostics: [Diagnostic] = []
    private var entries: [YAMLEntry] {
        didSet { root.kind = .mapping(entries) }
    }

    /// - Parameter root: the tree of the including file; one that is no map stays as it is.
    init(_ root: YAMLNode) {
        self.root = root.withMarkBelow
        if case .mapping(let entries) = self.root.kind { self.entries = entries } else { entries = [] }
    }

    /// Adds what a fragment says.
    mutating func add(_ fragment: YAMLNode) {
        guard case .mapping(let added) = fragment.kind else { return }
        for entry in added where entry.key.text != "include" {
            guard let index = entries.firstIndex(where: { $0.key.text == entry.key.text }) else {
                entries.append(YAMLEntry(key: entry.key, value: entry.value.marked(by: fragment.tag)))
                continue
            }
            entries[index].value = merged(entries[index], entry)
        }
    }

    private mutating func merged(_ first: YAMLEntry, _ second: YAMLEntry) -> YAMLNode {
        // A mark covers what stands below it in its own file alone.
        let (own, other) = (first.value.withMarkBelow, second.value.withMarkBelow)
        var result = own
        switch (own.kind, other.kind) {
        case (.mapping(let left), .mapping(let right)):
            let known = left.keyed(by: \.key.text)
            result.kind = .mapping(left + right.filter { isNew($0, besides: known[$0.key.text]) })
        case (.sequence(let left), .sequence(let right)): result.kind = .sequence(left + right)
        default: _ = isNew(second, besides: first)
        }
        return result
    }

    /// Whether no other entry has the key; that one has is a fault.
    private mutating func isNew(_ entry: YAMLEntry, besides other: YAMLEntry?) -> Bool {
        guard let other else { return true }
        let key = entry.key
        let note = Diagnostic.Note("it stands here too", at: other.key.span)
        let message = "'\(key.text)' stands in two files"
        diagnostics.append(Diagnostic(.error, message, rule: "duplicate-key", at: key.span, notes: [note], help: "keep one of them"))
        return false
    }
}

extension YAMLNode {
    /// The node with the mark of what holds it, unless it has one of its own.
    fileprivate func marked(by mark: String?) -> YAMLNode {
        guard tag == nil, let mark else { return self }
        var node = self
        node.tag = mark
        return node
    }

    /// The same with its `!assumed` or `!documented` on each thing below it, so that more can be put beside them.
    fileprivate var withMarkBelow: YAMLNode {
        guard let tag, ["!assumed", "!documented"].contains(tag) else { return self }
        var node = self
        switch kind {
        case .scalar: return self
        case .sequence(let elements): node.kind = .sequence(elements.map { $0.marked(by: tag) })
        case .mapping(let entries): node.kind = .mapping(entries.map { YAMLEntry(key: $0.key, value: $0.value.marked(by: tag)) })
        }
        node.tag = nil
        return node
    }
}
