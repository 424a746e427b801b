extension Contract {
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
