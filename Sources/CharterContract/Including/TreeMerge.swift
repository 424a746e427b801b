import CharterYAML

/// Puts the top-level keys of several files into one tree: maps and lists grow, and nothing is said twice.
struct TreeMerge {
    private let whole: YAMLNode
    private var sections: [TreeSection] = []
    private var places: [String: Int] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter root: the tree of the including file; one that is no map stays as it is.
    init(_ root: YAMLNode) {
        whole = root.withMarkBelow
        guard case .mapping(let entries) = whole.kind else { return }
        for entry in entries { append(entry) }
    }

    /// The one tree.
    var root: YAMLNode {
        guard case .mapping = whole.kind else { return whole }
        var root = whole
        root.kind = .mapping(sections.map(\.entry))
        return root
    }

    /// Adds what a fragment says.
    mutating func add(_ fragment: YAMLNode) {
        guard case .mapping(let added) = fragment.kind else { return }
        for entry in added where entry.key.text != "include" {
            if let place = places[entry.key.text] {
                // A mark covers what stands below it in its own file alone.
                let faults = sections[place].add(YAMLEntry(key: entry.key, value: entry.value.withMarkBelow))
                diagnostics += faults.map { Self.twice($0.key, first: $0.first) }
            } else {
                append(YAMLEntry(key: entry.key, value: entry.value.marked(by: fragment.tag)))
            }
        }
    }

    private mutating func append(_ entry: YAMLEntry) {
        places[entry.key.text] = sections.count
        sections.append(TreeSection(entry))
    }

    private static func twice(_ key: YAMLKey, first: SourceSpan) -> Diagnostic {
        let note = Diagnostic.Note("it stands here too", at: first)
        let message = "'\(key.text)' stands in two files"
        return Diagnostic(.error, message, rule: "duplicate-key", at: key.span, notes: [note], help: "keep one of them")
    }
}

extension YAMLNode {
    /// The node with the mark of what holds it, unless it has one of its own.
    func marked(by mark: String?) -> YAMLNode {
        guard tag == nil, let mark else { return self }
        var node = self
        node.tag = mark
        return node
    }

    /// The same with its `!assumed` or `!documented` on each thing below it, so that more can be put beside them.
    var withMarkBelow: YAMLNode {
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
