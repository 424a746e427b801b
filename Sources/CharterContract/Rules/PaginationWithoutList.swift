/// Only a list can be paged.
package struct PaginationWithoutList: ContractRule {
    package static let name = "pagination-without-list"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.typesByName
        return contract.endpoints.compactMap { endpoint in
            guard let pagination = endpoint.own.pagination?.stated else { return nil }
            if let body = endpoint.returns.body {
                switch types.form(of: body) {
                case .list, nil: return nil
                case .named, .object, .enumeration, .map, .union, .constant: break
                }
            }
            return Diagnostic(
                .error,
                "'\(endpoint.id.value)' is paged but returns no list",
                rule: Self.name,
                at: pagination.span,
                notes: endpoint.returns.body.map { [Diagnostic.Note("it returns this", at: $0.span)] } ?? [],
                help: "return { list: T }, or write 'pagination: none'"
            )
        }
    }
}
