/// How grave a contract takes the rules.
extension ContractReader {
    mutating func lintSetting(_ name: Located<String>, _ node: MarkedNode) -> LintSetting? {
        guard let severity: Located<LintSetting.Severity> = word(node) else { return nil }
        guard let ordinary = ContractRules.severities[name.value] else {
            report(
                "there is no rule '\(name.value)'",
                rule: "unknown-rule",
                at: name.span,
                help: nearestName(to: name.value, among: ContractRules.severities.keys.sorted()).map { "did you mean '\($0)'?" }
                    ?? "write the name that stands in brackets behind a diagnostic"
            )
            return nil
        }
        guard ordinary == .warning || severity.value == .error else {
            report(
                "'\(name.value)' guards what is generated and stays an error",
                rule: "guarding-rule",
                at: severity.span,
                help: "mend what it finds, and remove this line"
            )
            return nil
        }
        return LintSetting(rule: name, severity: severity)
    }
}

extension ContractRules {
    /// How grave each rule is where a contract says nothing of it, by its name.
    package static let severities = Dictionary(uniqueKeysWithValues: all.map { (type(of: $0).name, type(of: $0).severity) })
}
