/// How grave one contract takes what a rule finds.
package struct LintSetting: Sendable {
    package var rule: Located<String>
    package var severity: Located<Severity>

    /// The words for it in a contract.
    package enum Severity: String, CaseIterable, Sendable {
        case error, warning, off

        /// What diagnostics of the rule become; nil where they are left out.
        package var ofDiagnostics: Diagnostic.Severity? {
            switch self {
            case .error: .error
            case .warning: .warning
            case .off: nil
            }
        }
    }
}
