import CharterYAML

/// What holds anyway need not be said again: among repetitions, the one place that differs is lost.
package struct RepeatedDefault: AdvisoryRule {
    package static let name = "repeated-default"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        let types = contract.typesByName
        let endpoints = contract.endpoints.flatMap { endpoint -> [Diagnostic] in
            var own = endpoint.own
            // A list that says itself that it has no pages was thought of.
            if types.returnsList(endpoint), own.pagination?.stated == nil { own.pagination = nil }
            return Self.repetitions(in: own, of: "'\(endpoint.id.value)'", groups.inherited(by: endpoint))
        }
        let inGroups = contract.groups.flatMap { group in
            Self.repetitions(in: group.defaults, of: "the group '\(group.name.value)'", groups.inherited(by: group))
        }
        let inMethods = contract.methods.flatMap { method in
            Self.repetitions(in: method.defaults, of: "every \(method.method.value.rawValue)", groups.inheritedByMethods)
        }
        return inMethods + inGroups + endpoints
    }

    private static func repetitions(in own: Defaults, of owner: String, _ inherited: Defaults) -> [Diagnostic] {
        let facts = own.facts
        let others = inherited.facts
        let settings = Defaults.factKeys.compactMap { key -> Diagnostic? in
            guard let fact = facts[key], let other = others[key], fact.words == other.words else { return nil }
            return diagnostic(owner, "this '\(key)'", at: fact.span, other.span)
        }
        let parameters = own.path.compactMap { field -> Diagnostic? in
            guard let other = inherited.path.first(where: { $0.name.value == field.name.value }), field.says(other) else { return nil }
            return diagnostic(owner, "this parameter '\(field.name.value)'", at: field.name.span, other.name.span)
        }
        let headers = own.headers.compactMap { header -> Diagnostic? in
            guard let other = inherited.headers.first(where: { $0.key == header.key }), header.says(other) else { return nil }
            return diagnostic(owner, "this header field '\(header.name.value)'", at: header.name.span, other.name.span)
        }
        return settings + parameters + headers
    }

    private static func diagnostic(_ owner: String, _ fact: String, at span: SourceSpan, _ other: SourceSpan) -> Diagnostic {
        let note = Diagnostic.Note("it is said here", at: other)
        return diagnostic("\(owner) has \(fact) anyway", at: span, notes: [note], help: "remove it")
    }
}

extension Defaults {
    fileprivate static let factKeys = ["auth", "scope", "role", "tenancy", "limits", "pagination", "idempotency", "envelope"]

    /// What is said, by its key: each in words that are equal where the same is said, marks included.
    fileprivate var facts: [String: (words: String, span: SourceSpan)] {
        let auth = auth.map { ($0.marked("\($0.resolved) \($0.names.map(\.isAssumed))"), $0.span) }
        let scope = scope.map { ($0.marked("\($0.resolved) \($0.names.map(\.isAssumed))"), $0.span) }
        let roles = roles.map { ($0.marked($0.value.map { $0.marked($0.value) }.joined(separator: " ")), $0.span) }
        let limits = limits.map { ($0.marked($0.value.map { $0.marked($0.value) }.joined(separator: " ")), $0.span) }
        return [
            "auth": auth, "scope": scope, "role": roles, "limits": limits,
            "tenancy": tenancy.map { ($0.marked($0.value.rawValue), $0.span) },
            "pagination": pagination.map { ($0.marked($0.value.value ?? "none"), $0.span) },
            "idempotency": idempotency.map { ($0.marked($0.value.value ?? "none"), $0.span) },
            "envelope": isBare.map { ($0.marked("none"), $0.span) },
        ].compactMapValues(\.self)
    }
}

extension Located {
    /// A text that also tells what is assumed from what is documented.
    fileprivate func marked(_ text: String) -> String {
        isAssumed ? "!assumed \(text)" : text
    }
}
