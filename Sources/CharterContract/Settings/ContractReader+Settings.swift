import CharterYAML

/// The settings beside contracts.
extension ContractReader {
    mutating func settings(_ root: MarkedNode) -> GenerationSettings? {
        if let members = Members(root, of: "the settings"), let charter = members["charter"] {
            report(
                "this file is named as settings are, and written as a contract is",
                rule: "contract-in-settings",
                at: charter.keySpan,
                help: "give the contract another name, such as contract.yaml"
            )
            return nil
        }
        let keys = ["contracts", "emit", "access", "models", "missingHandlers", "templates"]
        guard let members = members(root, of: "'charter.yaml'", keys: keys) else { return nil }
        checkMarks(root.node)
        var settings = GenerationSettings()
        settings.contracts = members["contracts"].map { node in
            let paths = texts(node).compactMap { relativePath($0) }
            checkCount(node, "contract")
            checkRepetition(paths) { $0 }
            return paths
        }
        settings.emit = members["emit"].map { node in
            let parts = words(node, of: GenerationSettings.Part.self)
            checkCount(node, "part")
            checkRepetition(parts, \.rawValue)
            return parts
        }
        settings.access = members["access"].flatMap { word($0) }
        settings.missingHandlers = members["missingHandlers"].flatMap { word($0) }
        settings.models = members["models"].flatMap { moduleName($0) }
        settings.templates = members["templates"].flatMap { text($0, expected: "the path of a folder") }.flatMap { relativePath($0) }
        return settings
    }

    /// A list of words of an enumeration; one word alone is a fault with a mend.
    private mutating func words<Word: RawRepresentable & CaseIterable & Sendable>(_ node: MarkedNode, of _: Word.Type) -> [Located<Word>]
    where Word.RawValue == String {
        guard let elements = node.elements else {
            wrongType(node, expected: "a list", help: node.text.map { "write [\($0)]" })
            return []
        }
        return elements.compactMap { word($0) }
    }

    /// A name that `import` takes.
    private mutating func moduleName(_ node: MarkedNode) -> Located<String>? {
        guard let name = text(node, expected: "the name of a module") else { return nil }
        let begins = name.value.first.map { $0.isLetter || $0 == "_" } ?? false
        let isKeyword = SwiftIdentifier.bareValue(name.value) == name.value && SwiftIdentifier.value(name.value) != name.value
        guard begins, !isKeyword, name.value.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else {
            report(
                "'\(name.value)' cannot name a module",
                rule: "invalid-module",
                at: name.span,
                help: "name the target that has the models, with '_' for every other character than letters and digits"
            )
            return nil
        }
        return name
    }

    private mutating func relativePath(_ path: Located<String>) -> Located<String>? {
        guard path.value.hasPrefix("/") || path.value.hasPrefix("~") else { return path }
        report(
            "'\(path.value)' is found on one machine only",
            rule: "absolute-path",
            at: path.span,
            help: "write the path from the folder of this file"
        )
        return nil
    }

    private mutating func checkCount(_ node: MarkedNode, _ noun: String) {
        guard node.elements?.isEmpty == true else { return }
        report("this list needs at least one \(noun)", rule: "empty-list", at: node.span, help: "add one, or leave the key out")
    }

    private mutating func checkRepetition<Value>(_ values: [Located<Value>], _ text: (Value) -> String) {
        var first: [String: Located<Value>] = [:]
        for value in values {
            guard let other = first.updateValue(first[text(value.value)] ?? value, forKey: text(value.value)) else { continue }
            report(
                "'\(text(value.value))' stands twice",
                rule: "repeated-element",
                at: value.span,
                notes: [Diagnostic.Note("the other one stands here", at: other.span)],
                help: "leave one of them out"
            )
        }
    }

    /// Settings are no facts of a documentation.
    private mutating func checkMarks(_ node: YAMLNode) {
        if let tag = node.tag, ["!assumed", "!documented"].contains(tag) {
            report("settings have no \(tag)", rule: "unknown-tag", at: node.span, help: "leave the tag out")
        }
        switch node.kind {
        case .scalar: break
        case .sequence(let nodes): for node in nodes { checkMarks(node) }
        case .mapping(let entries): for entry in entries { checkMarks(entry.value) }
        }
    }
}
