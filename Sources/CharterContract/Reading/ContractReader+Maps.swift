import CharterYAML

/// Reading maps: known keys, required keys, and maps of names to things of one kind.
extension ContractReader {
    /// The entries of a map whose keys are known; an unknown key is a fault that names the nearest one.
    ///
    /// - Parameter example: what to write in place of something that is no map.
    mutating func members(
        _ node: MarkedNode,
        of subject: String,
        keys: [String],
        allowsExtensions: Bool = false,
        example: String? = nil
    ) -> Members? {
        guard var members = Members(node, of: subject) else {
            wrongType(node, expected: "a map", help: example.map { "write \($0)" } ?? "\(subject) has the \(keys.asKeysInWords)")
            return nil
        }
        checkTag(node)
        checkKeyTags(members)
        let known = Set(keys)
        var mends: Set<String> = []
        for (index, (name, _)) in members.entries.enumerated() where !known.contains(name.value) {
            if allowsExtensions, name.value.hasPrefix("x-") { continue }
            let foreign = ForeignKey.meant(by: name.value, among: keys)
            let meant = foreign?.key ?? nearestName(to: name.value, among: keys)
            if meant == nil, let text = members.textTorn(before: index) {
                if !members.isBare(index - 1) { tornText(text, at: name) }
                continue
            }
            if let meant { members.mistyped.insert(meant) }
            // One mend does for `min` and `max`.
            if let foreign, !mends.insert(foreign.help).inserted { continue }
            report(
                "\(subject) has no key '\(name.value)'",
                rule: "unknown-key",
                at: name.span,
                help: foreign?.help ?? meant.map { "did you mean '\($0)'?" } ?? "\(subject) has the \(keys.asKeysInWords)"
            )
        }
        return members
    }

    private mutating func tornText(_ text: (name: Located<String>, value: MarkedNode), at rest: Located<String>) {
        report(
            "a comma ends the text of '\(text.name.value)'",
            rule: "torn-text",
            at: rest.span,
            notes: [Diagnostic.Note("the text begins here", at: text.value.span)],
            help: "put the text in quotes"
        )
    }

    /// A map of names to things of one kind, in the order of the file; a missing map is an empty one.
    ///
    /// - Parameters:
    ///   - keys: what the names are.
    ///   - example: what to write in place of something that is no map.
    mutating func named<Value>(
        _ node: MarkedNode?,
        _ subject: String,
        by keys: String = "names",
        example: String? = nil,
        read: (inout ContractReader, Located<String>, MarkedNode) -> Value?
    ) -> [Value] {
        guard let node, !node.isNone else { return [] }
        guard let members = Members(node, of: subject) else {
            wrongType(node, expected: "a map of \(keys) to \(subject)", help: example.map { "write \($0)" })
            return []
        }
        checkTag(node)
        checkKeyTags(members)
        return members.entries.enumerated().compactMap { index, entry in
            // A name without a value has a fault of its own; what stands behind a sentence is the rest of it.
            if let text = members.textTorn(before: index), text.value.text?.contains(" ") == true {
                if !members.isBare(index - 1) { tornText(text, at: entry.name) }
                return nil
            }
            return read(&self, entry.name, entry.value)
        }
    }

    /// The value of a key that must be there; a key that was mistyped is reported as such already.
    mutating func required(_ key: String, in members: Members) -> MarkedNode? {
        if let value = members[key] { return value }
        if members.mistyped.contains(key) { return nil }
        report("\(members.subject) needs '\(key)'", rule: "missing-key", at: members.node.keySpan, help: "add '\(key):'")
        return nil
    }

    /// The text of a key that must be there, or an empty stand-in once its absence is reported.
    mutating func requiredText(_ key: String, in members: Members) -> Located<String> {
        let standIn = Located("", at: members.node.span, isAssumed: false)
        guard let node = required(key, in: members), let text = text(node) else { return standIn }
        if text.value.trimmed.isEmpty || node.isNull { wrongType(node, expected: "text") }
        return node.isNull ? standIn : text
    }

    /// The members that pass into OpenAPI as they are.
    mutating func extensions(in members: Members) -> [OrderedJSON.Member] {
        members.entries.filter { $0.name.value.hasPrefix("x-") }.map { OrderedJSON.Member($0.name.value, json($0.value.node)) }
    }

    /// The JSON that a node stands for, plain scalars read as in YAML's JSON schema.
    func json(_ node: YAMLNode) -> OrderedJSON {
        switch node.kind {
        case .sequence(let nodes): .array(nodes.map(json))
        case .mapping(let entries): .object(entries.map { OrderedJSON.Member($0.key.text, json($0.value)) })
        case .scalar(let scalar): json(scalar)
        }
    }

    private func json(_ scalar: YAMLScalar) -> OrderedJSON {
        guard scalar.isPlain else { return .string(scalar.text) }
        switch scalar.text {
        case "", "null", "~": return .null
        case "true": return true
        case "false": return false
        default: return OrderedJSON.isNumber(scalar.text) ? .number(scalar.text) : .string(scalar.text)
        }
    }
}

extension OrderedJSON {
    /// Whether a text is a number of JSON (RFC 8259 §6).
    static func isNumber(_ text: String) -> Bool {
        var rest = Substring(text).utf8
        func skipDigits() -> Bool {
            let behind = rest.drop { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
            defer { rest = behind }
            return behind.startIndex > rest.startIndex
        }
        func skip(_ signs: String.UTF8View) -> Bool {
            guard let first = rest.first, signs.contains(first) else { return false }
            rest.removeFirst()
            return true
        }
        _ = skip("-".utf8)
        guard skip("0".utf8) || skipDigits() else { return false }
        if skip(".".utf8), !skipDigits() { return false }
        if skip("eE".utf8) {
            _ = skip("+-".utf8)
            guard skipDigits() else { return false }
        }
        return rest.isEmpty
    }
}

extension [String] {
    /// The names as people list them: `a, b or c`.
    package func inWords(conjunction: String) -> String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }
}

extension [String] {
    /// The keys of a map: `key 'body'`, `keys code and when`.
    fileprivate var asKeysInWords: String {
        count == 1 ? "key '\(self[0])'" : "keys " + inWords(conjunction: "and")
    }
}

extension String {
    /// The text without white space at its ends.
    package var trimmed: String {
        // Most texts have none.
        if let first = utf8.first, let last = utf8.last, first.isVisibleASCII, last.isVisibleASCII { return self }
        var rest = drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}

extension UInt8 {
    /// Whether it is a character of ASCII that is neither white space nor a control.
    fileprivate var isVisibleASCII: Bool { self > 0x20 && self < 0x7F }
}
