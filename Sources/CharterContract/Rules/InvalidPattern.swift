/// A pattern must be a regular expression.
package struct InvalidPattern: ContractRule {
    package static let name = "invalid-pattern"

    package func check(_ contract: Contract) -> [Diagnostic] {
        // Many fields have the same pattern.
        var sound: Set<String> = []
        return contract.typeUses.compactMap(\.pattern).compactMap { pattern in
            if sound.contains(pattern.value) { return nil }
            do {
                _ = try Regex(pattern.value)
                sound.insert(pattern.value)
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
