import CharterYAML

extension Defaults {
    static let factKeys = ["auth", "scope", "role", "tenancy", "limits", "pagination", "idempotency", "envelope"]

    /// What is said, by its key: each in words that are equal where the same is said, marks included.
    var facts: [String: (words: String, span: SourceSpan)] {
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
