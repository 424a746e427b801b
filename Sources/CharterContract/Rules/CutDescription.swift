/// Behind a space, `#` begins a comment, so a description that goes on with `#4` ends there.
package struct CutDescription: ContractRule {
    package static let name = "cut-description"
    package static let severity = Diagnostic.Severity.warning

    package func check(_ contract: Contract) -> [Diagnostic] {
        contract.cutDescriptions.map { span in
            Self.diagnostic(
                "a comment ends the description",
                at: span,
                help: "put the text in quotes, or a space behind the '#' of a comment"
            )
        }
    }
}
