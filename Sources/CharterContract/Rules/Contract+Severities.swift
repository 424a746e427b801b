extension Contract {
    /// What is wrong, by place: what was found in reading and what rules find; advice only where nothing is an error.
    package func diagnostics(by rules: [any ContractRule], after found: [Diagnostic]) -> [Diagnostic] {
        var diagnostics = found + faults(by: rules.filter { !($0 is any AdvisoryRule) })
        if !diagnostics.contains(where: \.isError) { diagnostics += faults(by: rules.filter { $0 is any AdvisoryRule }) }
        return diagnostics.uniqueByPlace()
    }

    /// What rules find, as grave as this contract takes each of them.
    func faults(by rules: [any ContractRule]) -> [Diagnostic] {
        let severities = lint.keyed(by: \.rule.value).mapValues(\.severity.value)
        return rules.flatMap { $0.check(self) }.compactMap { diagnostic in
            guard let severity = severities[diagnostic.rule] else { return diagnostic }
            var diagnostic = diagnostic
            guard let stated = severity.ofDiagnostics else { return nil }
            diagnostic.severity = stated
            return diagnostic
        }
    }
}
