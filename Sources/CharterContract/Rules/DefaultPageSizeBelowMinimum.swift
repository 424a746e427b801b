/// A page's default size must be one that the endpoint would accept, and there must be such a size.
package struct DefaultPageSizeBelowMinimum: ContractRule {
    package static let name = "default-page-size-below-minimum"

    package func check(_ contract: Contract) -> [Diagnostic] {
        contract.paginations.map(\.pageSize).filter { $0.defaultValue.value < $0.minimum.value }.map { size in
            Diagnostic(
                .error,
                "the default page size \(size.defaultValue.value) is below the minimum \(size.minimum.value)",
                rule: Self.name,
                at: size.defaultValue.span,
                notes: [Diagnostic.Note("the minimum is set here", at: size.minimum.span)],
                help: "raise 'default' to \(size.minimum.value) or lower 'min'"
            )
        }
    }
}
