import CharterRuntime

/// A list can be ordered only by fields that its items have.
package struct UnknownOrderField: ContractRule {
    package static let name = "unknown-order-field"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        let types = contract.typesByName
        return contract.paginations.filter { !$0.orderedBy.isEmpty }.flatMap { pagination -> [Diagnostic] in
            let lists = contract.endpoints.filter { groups.effective($0).pagination?.value.value == pagination.name.value }
            return pagination.orderedBy.compactMap { order in
                lists.lazy.compactMap { endpoint -> Diagnostic? in
                    guard let body = endpoint.returns.body, case .list(let item)? = types.form(of: body), let form = types.form(of: item)
                    else { return nil }
                    var known: [String] = []
                    if case .object(let members) = form { known = members.map(\.name.value) }
                    return known.contains(order.value.field) ? nil : Self.diagnostic(order, endpoint, known)
                }.first
            }
        }
    }

    private static func diagnostic(
        _ order: Located<APIDescription.Paging.SortField>,
        _ endpoint: Endpoint,
        _ known: [String]
    ) -> Diagnostic {
        Diagnostic(
            .error,
            "the items of '\(endpoint.id.value)' have no field '\(order.value.field)'",
            rule: Self.name,
            at: order.span,
            notes: [Diagnostic.Note("the endpoint stands here", at: endpoint.path.span)],
            help: nearestName(to: order.value.field, among: known).map { "did you mean '\($0)'?" }
                ?? "name a field of the items, or say the order in words"
        )
    }
}
