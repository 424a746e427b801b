/// Paging by a field of the last item needs items that have it always.
package struct UnknownPagingField: ContractRule {
    package static let name = "unknown-paging-field"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        let types = contract.typesByName
        let fields = contract.paginations.keyed(by: \.name.value).compactMapValues(\.itemField)
        guard !fields.isEmpty else { return [] }
        var reported: Set<String> = []
        return contract.endpoints.compactMap { endpoint in
            guard let name = groups.effective(endpoint).pagination?.value.value, let field = fields[name], !field.value.isEmpty,
                let body = endpoint.returns.body, case .list(let item)? = types.form(of: body), let form = types.form(of: item)
            else { return nil }
            var known: [String] = []
            if case .object(let members) = form { known = members.filter { !$0.isOptional }.map(\.name.value) }
            guard !known.contains(field.value), reported.insert(name).inserted else { return nil }
            return Diagnostic(
                .error,
                "the items of '\(endpoint.id.value)' have no field '\(field.value)' that is always there",
                rule: Self.name,
                at: field.span,
                notes: [Diagnostic.Note("the endpoint stands here", at: endpoint.path.span)],
                help: nearestName(to: field.value, among: known).map { "did you mean '\($0)'?" }
                    ?? "name a field of the items that is never absent"
            )
        }
    }
}

extension [String: TypeDeclaration] {
    /// Whether an endpoint answers with a list.
    func returnsList(_ endpoint: Endpoint) -> Bool {
        endpoint.returns.body.map { if case .list? = form(of: $0) { true } else { false } } ?? false
    }
}
