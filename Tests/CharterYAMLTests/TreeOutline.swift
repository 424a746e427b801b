import CharterYAML

/// Shows nodes, places and faults as short texts, so that a test reads like the file it is about.
enum TreeOutline {
    /// `2:3-4:5`, or `2:3` for a point.
    static func place(_ span: SourceSpan) -> String {
        let start = "\(span.start.line):\(span.start.column)"
        return span.start == span.end ? start : "\(start)-\(span.end.line):\(span.end.column)"
    }

    /// One line a node, indented by depth: its place, its tag, its alias, its text.
    static func lines(_ node: YAMLNode) -> [String] {
        let head = [place(node.span), node.tag, node.alias.map { "via " + place($0) }].compactMap { $0 }.joined(separator: " ")
        switch node.kind {
        case .scalar(let scalar):
            return ["\(head) \(scalar.isPlain ? scalar.text : "'\(scalar.text)'")"]
        case .sequence(let items):
            return ["\(head) list"] + items.flatMap(lines).map { "  " + $0 }
        case .mapping(let entries):
            return ["\(head) map"] + entries.flatMap(lines).map { "  " + $0 }
        }
    }

    /// The place and the rule: `2:3 duplicate-key`.
    static func fault(_ fault: YAMLFault) -> String {
        "\(fault.span.start.line):\(fault.span.start.column) \(fault.rule)"
    }

    private static func lines(_ entry: YAMLEntry) -> [String] {
        let head = [place(entry.key.span), entry.key.tag].compactMap { $0 }.joined(separator: " ")
        return ["\(head) \(entry.key.text):"] + lines(entry.value).map { "  " + $0 }
    }
}

extension YAMLResult {
    /// The outline of the document.
    var outline: String {
        root.map { TreeOutline.lines($0).joined(separator: "\n") } ?? "nothing"
    }

    /// The faults, each as its place and rule.
    var shortFaults: [String] {
        faults.map(TreeOutline.fault)
    }
}

/// Parses a text as the file `contract.yaml`.
func parse(_ text: String, limits: YAMLLimits = .standard) -> YAMLResult {
    parseYAML(SourceText(file: "contract.yaml", text: text), limits: limits)
}
