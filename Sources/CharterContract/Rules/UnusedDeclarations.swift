/// The names that one section of a contract declares and nothing refers to.
struct UnusedDeclarations {
    /// What is declared: `scope`.
    let subject: String
    let names: [Located<String>]
    /// What it is for, so that a mend can be told: `name it in 'scope:' of an endpoint`.
    let use: String

    /// A diagnostic for each name that is declared in vain.
    func diagnostics<Rule: AdvisoryRule>(without used: Set<String>, _: Rule.Type) -> [Diagnostic] {
        names.filter { !$0.value.isEmpty && !used.contains($0.value) }.map { name in
            Rule.diagnostic("nothing uses the \(subject) '\(name.value)'", at: name.span, help: "\(use), or remove it")
        }
    }
}

extension ScopeSet {
    /// Whether a scope or a role with these grants is of use to those who hold it, though nothing asks for it by name.
    var grantsSome: Bool {
        switch self {
        case .all: true
        case .only(let names): !names.isEmpty
        }
    }
}
