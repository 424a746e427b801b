import CharterYAML

/// What callers present, hold and are: `auth`, `scope`, `role`, and the sets behind them.
extension ContractReader {
    /// A name, `none`, `{ any: [...] }` or `{ all: [...] }`.
    ///
    /// - Parameter subject: what is named: `credential`.
    mutating func requirement(_ node: MarkedNode, of subject: String) -> Located<Setting<Requirement>> {
        if node.elements != nil {
            let help = "write one \(subject), { any: [a, b] } where one will do, or { all: [a, b] }"
            wrongType(node, expected: "a name or 'none'", help: help)
            return Located(Setting.some(Requirement.all([])), at: node.span, isAssumed: node.isAssumed)
        }
        guard node.isMapping else {
            return setting(node).map { $0.value.map { .some(.one(Located($0, at: node.span, isAssumed: node.isAssumed))) } ?? .none }
        }
        let unreadable = Located(Setting.some(Requirement.all([])), at: node.span, isAssumed: node.isAssumed)
        guard let members = members(node, of: "the requirement", keys: ["any", "all"]) else { return unreadable }
        guard members.entries.count == 1, let entry = members.entries.first else {
            if members.mistyped.isEmpty {
                let help = "write { any: [a, b] } or { all: [a, b] }"
                report("a requirement is either 'any' or 'all'", rule: "invalid-requirement", at: node.keySpan, help: help)
            }
            return unreadable
        }
        guard ["any", "all"].contains(entry.name.value), let elements = elements(of: entry.value, subject) else { return unreadable }
        let requirement: Requirement
        if entry.name.value == "any" {
            requirement = .any(elements.map { set($0, of: subject) })
        } else {
            requirement = .all(elements.compactMap { element in element.isNone ? misplacedNone(element) : text(element) })
        }
        checkNamedOnce(requirement)
        return Located(.some(requirement), at: node.span, isAssumed: node.isAssumed)
    }

    /// At least two elements of a list.
    private mutating func elements(of node: MarkedNode, _ subject: String) -> [MarkedNode]? {
        guard let elements = node.elements else {
            wrongType(node, expected: "a list", help: node.text.map { "write [\($0)]" })
            return nil
        }
        guard elements.count >= 2 else {
            let help = "name at least two, or write the \(subject) alone"
            report("one of a set of \(elements.count) is no choice", rule: "invalid-requirement", at: node.span, help: help)
            return nil
        }
        return elements
    }

    /// An alternative: a name, `none`, or `{ all: [...] }`.
    private mutating func set(_ node: MarkedNode, of subject: String) -> [Located<String>] {
        if node.isNone { return [] }
        guard node.isMapping else { return text(node, expected: "a \(subject), 'none' or { all: [...] }").map { [$0] } ?? [] }
        guard let members = members(node, of: "an alternative", keys: ["all"]) else { return [] }
        guard let elements = required("all", in: members).flatMap({ elements(of: $0, subject) }) else { return [] }
        return elements.compactMap { $0.isNone ? misplacedNone($0) : text($0) }
    }

    private mutating func misplacedNone(_ node: MarkedNode) -> Located<String>? {
        let help = "leave it out, or write { any: [..., none] }"
        report("'none' cannot be needed beside others", rule: "invalid-requirement", at: node.span, help: help)
        return nil
    }

    /// An alternative that stands twice, or a name twice in one of them, is a slip.
    private mutating func checkNamedOnce(_ requirement: Requirement) {
        let sets: [[Located<String>]] =
            switch requirement {
            case .any(let sets): [sets.filter { $0.count == 1 }.flatMap { $0 }] + sets.filter { $0.count > 1 }
            case .all(let names): [names]
            case .one: []
            }
        for set in sets {
            var seen: Set<String> = []
            for name in set where !name.value.isEmpty && !seen.insert(name.value).inserted {
                report("'\(name.value)' stands twice", rule: "invalid-requirement", at: name.span, help: "keep one of them")
            }
        }
    }

    /// A role, a list of which one will do, or `none`.
    mutating func roles(_ node: MarkedNode) -> Located<[Located<String>]> {
        func located(_ names: [Located<String>]) -> Located<[Located<String>]> {
            Located(names, at: node.span, isAssumed: node.isAssumed)
        }
        if node.isNone { return located([]) }
        if node.elements != nil { return located(texts(node)) }
        return located(text(node, expected: "a role, a list of roles or 'none'").map { [$0] } ?? [])
    }

    /// A list of scopes or roles, or the word for all of them.
    mutating func scopeSet(_ node: MarkedNode, of subject: String = "scopes", all: String) -> Located<ScopeSet>? {
        if node.text == all { return text(node)?.map { _ in .all } }
        guard node.elements != nil else {
            let help = node.text.map { ForeignWord.meant(by: $0, among: [all]).map { "write '\($0)'" } ?? "write [\($0)]" }
            wrongType(node, expected: "a list of \(subject) or '\(all)'", help: help)
            return nil
        }
        return Located(.only(texts(node)), at: node.span, isAssumed: node.isAssumed)
    }

    mutating func scope(_ name: Located<String>, _ node: MarkedNode) -> Scope? {
        checkIdentifier(name, "scope", form: .scope)
        return permission(node, "a scope").map { Scope(name: name, about: $0, grants: $1) }
    }

    mutating func role(_ name: Located<String>, _ node: MarkedNode) -> Role? {
        checkIdentifier(name, "role", form: .scope)
        return permission(node, "a role").map { Role(name: name, about: $0, grants: $1) }
    }

    /// What a scope or a role means and what else it includes.
    private mutating func permission(_ node: MarkedNode, _ subject: String) -> (about: String, grants: Located<ScopeSet>)? {
        let nothing = Located(ScopeSet.only([]), at: node.span, isAssumed: node.isAssumed)
        guard node.isMapping else { return description(node).map { ($0, nothing) } }
        guard let members = members(node, of: subject, keys: ["about", "grants"]) else { return nil }
        let about = requiredText("about", in: members).value
        return (about, members["grants"].flatMap { scopeSet($0, of: subject == "a role" ? "roles" : "scopes", all: "all") } ?? nothing)
    }

    /// Header fields that requests carry, by name; `Name: none` switches one off.
    mutating func headers(_ node: MarkedNode?) -> [HeaderSetting] {
        var seen: [String: SourceSpan] = [:]
        return named(node, "header fields") { reader, key, value in
            let name = key.map { $0.last == "?" ? String($0.dropLast()) : $0 }
            guard reader.checkHeaderName(name), !name.value.isEmpty else { return nil }
            if let first = seen.updateValue(key.span, forKey: name.value.lowercased()) {
                reader.report(
                    "'\(name.value)' is declared twice: case does not matter in names of header fields",
                    rule: "duplicate-key",
                    at: key.span,
                    notes: [Diagnostic.Note("it stands here too", at: first)],
                    help: "keep one of them"
                )
                return nil
            }
            if value.isNone { return HeaderSetting(name: name, field: nil) }
            return HeaderSetting(name: name, field: Field(name: name, isOptional: name.value != key.value, type: reader.typeUse(value)))
        }
    }
}
