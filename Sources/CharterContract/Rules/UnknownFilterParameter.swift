/// A filter is a query parameter of its endpoint, or a field of what a search by POST takes.
package struct UnknownFilterParameter: ContractRule {
    package static let name = "unknown-filter-parameter"

    package func check(_ contract: Contract) -> [Diagnostic] {
        contract.statedFilters.filter { $0.input == nil }.map { stated in
            let name = stated.filter.name
            return Self.diagnostic(
                "there is no query parameter '\(name.value)'",
                at: name.span,
                help: nearestName(to: name.value, among: stated.inputs.map(\.name.value)).map { "did you mean '\($0)'?" }
                    ?? "declare it under 'query:'"
            )
        }
    }
}
