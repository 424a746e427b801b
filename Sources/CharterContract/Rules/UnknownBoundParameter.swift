/// A cursor can be bound only to query parameters that every endpoint has which is paged by it.
package struct UnknownBoundParameter: ContractRule {
    package static let name = "unknown-bound-parameter"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        let types = contract.typesByName
        let paged = contract.endpoints.filter { types.returnsList($0) }
        return contract.paginations.filter { !$0.boundTo.isEmpty }.flatMap { pagination -> [Diagnostic] in
            let endpoints = paged.filter { groups.effective($0).pagination?.value.value == pagination.name.value }
            return pagination.boundTo.compactMap { name in
                guard let endpoint = endpoints.first(where: { !$0.query.map(\.name.value).contains(name.value) }) else { return nil }
                return Diagnostic(
                    .error,
                    "'\(endpoint.id.value)' is paged so and has no query parameter '\(name.value)'",
                    rule: Self.name,
                    at: name.span,
                    notes: [Diagnostic.Note("the endpoint stands here", at: endpoint.path.span)],
                    help: nearestName(to: name.value, among: endpoint.query.map(\.name.value)).map { "did you mean '\($0)'?" }
                        ?? "remove it, or give the endpoint a way of paging of its own"
                )
            }
        }
    }
}
