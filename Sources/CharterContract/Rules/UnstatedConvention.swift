import CharterYAML

/// Nothing that matters to a caller is implicit: who may call and how a list pages is said, be it with `none`.
package struct UnstatedConvention: ContractRule {
    package static let name = "unstated-convention"

    package func check(_ contract: Contract) -> [Diagnostic] {
        guard contract.isWhole("groups", contract.groups.count) else { return [] }
        let groups = GroupIndex(contract)
        let types = contract.typesByName
        let emptyGroups = contract.emptyGroups
        return contract.endpoints.flatMap { endpoint -> [Diagnostic] in
            let effective = groups.effective(endpoint)
            var missing: [(fact: String, key: String)] = []
            if effective.auth == nil, !contract.credentials.isEmpty { missing.append(("who may call", "auth")) }
            if effective.scope == nil, effective.auth?.value.value != nil, !contract.scopes.isEmpty {
                missing.append(("which scope it needs", "scope"))
            }
            if effective.pagination == nil, !contract.paginations.isEmpty, let body = endpoint.returns.body,
                case .list? = types.form(of: body)
            {
                missing.append(("how its list is paged", "pagination"))
            }
            if effective.idempotency == nil, !contract.conventions.idempotency.isEmpty, endpoint.method.value == .post {
                missing.append(("how it is repeated safely", "idempotency"))
            }
            return missing.map { fact, key in
                // Most often its prefix is mistyped.
                let note = emptyGroups.first { $0.defaults.states(key) }.map { group in
                    Diagnostic.Note("the group '\(group.name.value)' says it for what lies below this prefix", at: group.prefix.span)
                }
                return Diagnostic(
                    .error,
                    "'\(endpoint.id.value)' does not say \(fact)",
                    rule: Self.name,
                    at: endpoint.path.span,
                    notes: [note].compactMap(\.self),
                    help: "add '\(key):' here or in a group, or write '\(key): none'"
                )
            }
        }
    }
}

extension Defaults {
    /// Whether something is said under one of the keys that this rule asks for.
    fileprivate func states(_ key: String) -> Bool {
        switch key {
        case "auth": auth != nil
        case "scope": scope != nil
        case "pagination": pagination != nil
        default: idempotency != nil
        }
    }
}
