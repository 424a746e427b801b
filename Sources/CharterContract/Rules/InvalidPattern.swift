/// A pattern must be a regular expression.
package struct InvalidPattern: ContractRule {
    package static let name = "invalid-pattern"

    package func check(_ contract: Contract) -> [Diagnostic] {
        contract.typeUses.compactMap(\.pattern).compactMap { pattern in
            do {
                _ = try Regex(pattern.value)
                return nil
            } catch {
                return Diagnostic(
                    .error,
                    "'\(pattern.value)' is no regular expression",
                    rule: Self.name,
                    at: pattern.span,
                    help: "write one as JavaScript has them, in single quotes so that YAML leaves it alone"
                )
            }
        }
    }
}
