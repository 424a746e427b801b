import CharterRuntime

/// A reply can only tell a revision that the contract states.
package struct RevisionNotStated: ContractRule {
    package static let name = "revision-not-stated"

    package func check(_ contract: Contract) -> [Diagnostic] {
        guard contract.revision == nil, contract.sections["revision"] == nil else { return [] }
        return contract.conventions.responseHeaders.filter { $0.value == .revision }.map { header in
            Diagnostic(
                .error,
                "'\(header.name.value)' holds the revision, and the contract states none",
                rule: Self.name,
                at: header.name.span,
                help: "add a top-level 'revision: 2026-05-01'"
            )
        }
    }
}
