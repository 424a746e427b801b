import CharterYAML

/// A node of the file, and whether it stands under `!assumed`.
struct MarkedNode {
    let node: YAMLNode
    let isAssumed: Bool
    /// Where its key stands; the node itself where it has none.
    let keySpan: SourceSpan

    /// A node and the mark it inherits, unless its own tag says otherwise.
    init(_ node: YAMLNode, keySpan: SourceSpan? = nil, inheritedMark: Bool) {
        self.node = node
        self.keySpan = keySpan ?? node.span
        switch node.tag {
        case "!assumed": isAssumed = true
        case "!documented": isAssumed = false
        default: isAssumed = inheritedMark
        }
    }

    var span: SourceSpan { node.span }

    /// What the node is, for a message: `found a list`.
    var kindInWords: String {
        switch node.kind {
        case .scalar(let scalar): scalar.text.isEmpty ? "nothing" : "'\(scalar.text.excerpt)'"
        case .sequence: "a list"
        case .mapping: "a map"
        }
    }

    /// The text of a scalar that is not empty.
    var text: String? {
        if case .scalar(let scalar) = node.kind, !(scalar.text.isEmpty && scalar.isPlain) { scalar.text } else { nil }
    }

    var isMapping: Bool {
        if case .mapping = node.kind { true } else { false }
    }

    /// Whether it is the word `none`, written plainly.
    var isNone: Bool {
        if case .scalar(let scalar) = node.kind { scalar.isPlain && scalar.text == "none" } else { false }
    }

    /// Whether it is one of YAML's words for nothing, written plainly.
    var isNull: Bool {
        if case .scalar(let scalar) = node.kind { scalar.isPlain && ["~", "null"].contains(scalar.text) } else { false }
    }

    /// Whether it is a text that stands without quotes.
    var isPlainText: Bool {
        if case .scalar(let scalar) = node.kind { scalar.isPlain && !scalar.text.isEmpty } else { false }
    }

    /// The paths, behind that of the node itself, of what stands under `!assumed`; of a map of which all does, the map's alone.
    func assumedFacts(at path: String) -> [String] {
        guard case .mapping(let mapping) = node.kind, !mapping.isEmpty else { return isAssumed ? [path] : [] }
        let inside = mapping.map { entry in
            let name = entry.key.text.hasSuffix("?") ? String(entry.key.text.dropLast()) : entry.key.text
            let place = "\(path).\(name)"
            let facts = MarkedNode(entry.value, inheritedMark: isAssumed).assumedFacts(at: place)
            return (facts, isWhole: facts == [place])
        }
        return inside.allSatisfy(\.isWhole) ? [path] : inside.flatMap(\.0)
    }

    /// The elements of a list, each with the mark it inherits; nil for anything else.
    var elements: [MarkedNode]? {
        guard case .sequence(let nodes) = node.kind else { return nil }
        return nodes.map { MarkedNode($0, inheritedMark: isAssumed) }
    }
}

/// The entries of a map, by key.
struct Members {
    /// What the map describes, for a message: `an endpoint`.
    let subject: String
    let node: MarkedNode
    let entries: [(name: Located<String>, value: MarkedNode)]
    /// The keys before which a tag stands, each with its tag.
    let keyTags: [(key: Located<String>, tag: String)]
    /// The known keys that unknown ones were probably meant to be, or stand for in other languages.
    var mistyped: Set<String> = []
    private let indices: [String: Int]

    init?(_ node: MarkedNode, of subject: String) {
        guard case .mapping(let mapping) = node.node.kind else { return nil }
        self.subject = subject
        self.node = node
        entries = mapping.map { entry in
            let value = MarkedNode(entry.value, keySpan: entry.key.span, inheritedMark: node.isAssumed)
            return (Located(entry.key.text, at: entry.key.span, isAssumed: value.isAssumed), value)
        }
        keyTags = zip(entries, mapping).compactMap { entry, written in written.key.tag.map { (entry.name, $0) } }
        indices = Dictionary(entries.enumerated().map { ($1.name.value, $0) }) { first, _ in first }
    }

    subscript(key: String) -> MarkedNode? {
        indices[key].map { entries[$0].value }
    }

    /// The text without quotes, in braces, that a comma tore apart, so that its rest became the key at this index; nil for other keys.
    func textTorn(before index: Int) -> (name: Located<String>, value: MarkedNode)? {
        guard isBare(index), let whole = entries[..<index].indices.last(where: { !isBare($0) }) else { return nil }
        return entries[whole].value.isPlainText ? entries[whole] : nil
    }

    /// Whether nothing stands behind a key, not even a colon.
    func isBare(_ index: Int) -> Bool {
        let (name, value) = entries[index]
        guard value.node.kind == .scalar(YAMLScalar(text: "", isPlain: true)) else { return false }
        // Such a value has its place where the next sign stands: the comma, or the brace that ends the map.
        let (begin, place, end) = (name.span.end, value.span.start, node.span.end)
        let isBrace = place.line == end.line && place.column + 1 == end.column
        return place == begin || (isBrace && (place.line != begin.line || place.column == begin.column + 1))
    }
}

extension String {
    /// The text as a message may show it: its first line, and of that no more than 60 characters.
    fileprivate var excerpt: String {
        let shown = prefix { !$0.isNewline }.prefix(60)
        return shown.endIndex == endIndex ? self : shown + "…"
    }
}
