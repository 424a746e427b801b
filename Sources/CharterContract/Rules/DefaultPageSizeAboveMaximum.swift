/// A page's default size must be one that the endpoint would accept.
package struct DefaultPageSizeAboveMaximum: ContractRule {
    package static let name = "default-page-size-above-maximum"

    package func check(_ contract: Contract) -> [Diagnostic] {
        contract.paginations.map(\.pageSize).filter { $0.defaultValue.value > $0.maximum.value }.map { size in
            Diagnostic(
                .error,
                "the default page size \(size.defaultValue.value) is above the maximum \(size.maximum.value)",
                rule: Self.name,
                at: size.defaultValue.span,
                notes: [Diagnostic.Note("the maximum is set here", at: size.maximum.span)],
                help: "lower 'default' to \(size.maximum.value) or raise 'max'"
            )
        }
    }
}
