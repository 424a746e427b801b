import CharterContract
import CharterYAML

extension YAMLNode {
    var entries: [YAMLEntry] {
        if case .mapping(let entries) = kind { entries } else { [] }
    }

    var elements: [YAMLNode] {
        if case .sequence(let elements) = kind { elements } else { [] }
    }

    var text: String? {
        if case .scalar(let scalar) = kind { scalar.text } else { nil }
    }

    subscript(key: String) -> YAMLNode? {
        entries.first { $0.key.text == key }?.value
    }

    /// The tree with a value at a path, whose parts have dots between them; an empty value removes what is there.
    func setting(_ path: String, to value: YAMLNode) -> YAMLNode {
        let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
        var entries = entries
        let index = entries.firstIndex { $0.key.text == parts[0] }
        if parts.count == 1, value.kind == .scalar(YAMLScalar(text: "", isPlain: true)) {
            if let index { entries.remove(at: index) }
        } else {
            let inner = index.map { entries[$0].value } ?? YAMLNode(kind: .mapping([]), span: span)
            let new = parts.count == 1 ? value : inner.setting(parts[1], to: value)
            if let index {
                entries[index].value = new
            } else {
                entries.append(YAMLEntry(key: YAMLKey(text: parts[0], span: span), value: new))
            }
        }
        return YAMLNode(kind: .mapping(entries), tag: tag, span: span)
    }

    /// The tree as YAML on one line; what stood without quotes stands so again, where it can.
    var flowText: String {
        let mark = tag.map { $0 + " " } ?? ""
        switch kind {
        case .scalar(let scalar):
            let isBare = scalar.isPlain && scalar.text.wholeMatch(of: #/[A-Za-z0-9./][A-Za-z0-9._/?\-]*/#) != nil
            return mark + (isBare ? scalar.text : OrderedJSON.string(scalar.text).compactText)
        case .sequence(let elements): return mark + "[" + elements.map(\.flowText).joined(separator: ", ") + "]"
        case .mapping(let entries):
            let members = entries.map { OrderedJSON.string($0.key.text).compactText + ": " + $0.value.flowText }
            return mark + "{ " + members.joined(separator: ", ") + " }"
        }
    }
}
