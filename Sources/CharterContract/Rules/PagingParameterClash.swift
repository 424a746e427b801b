/// A query parameter of an endpoint may not have the name of one that its paging takes.
package struct PagingParameterClash: ContractRule {
    package static let name = "paging-parameter-clash"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        let paginations = contract.paginations.keyed(by: \.name.value)
        let types = contract.typesByName
        return contract.endpoints.filter { types.returnsList($0) }.flatMap { endpoint -> [Diagnostic] in
            guard let name = groups.effective(endpoint).pagination?.value.value, let pagination = paginations[name] else { return [] }
            let taken = pagination.parameters
            return endpoint.query.compactMap { field in
                taken.first { $0.value == field.name.value }.map { other in
                    Diagnostic(
                        .error,
                        "the query parameter '\(field.name.value)' belongs to the paging '\(name)'",
                        rule: Self.name,
                        at: field.name.span,
                        notes: [Diagnostic.Note("it is declared here", at: other.span)],
                        help: "remove it"
                    )
                }
            }
        }
    }
}
