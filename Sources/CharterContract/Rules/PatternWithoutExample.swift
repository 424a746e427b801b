/// No value can be made from a pattern alone: whoever states a pattern gives an example that fits it.
package struct PatternWithoutExample: ContractRule {
    package static let name = "pattern-without-example"

    package func check(_ contract: Contract) -> [Diagnostic] {
        contract.typeUses.filter { $0.example == nil }.compactMap(\.pattern).map { pattern in
            Diagnostic(
                .error,
                "a pattern needs an example",
                rule: Self.name,
                at: pattern.span,
                help: "add 'example:' with a text that fits"
            )
        }
    }
}
