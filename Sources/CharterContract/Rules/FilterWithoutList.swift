/// Only what returns a list can leave some of its items.
package struct FilterWithoutList: ContractRule {
    package static let name = "filter-without-list"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.typesByName
        return contract.endpoints.compactMap { endpoint in
            guard let filter = endpoint.details.filters.first, !types.returnsList(endpoint) else { return nil }
            return Self.diagnostic("'\(endpoint.id.value)' returns no list to filter", at: filter.name.span, help: "remove 'filters'")
        }
    }
}
