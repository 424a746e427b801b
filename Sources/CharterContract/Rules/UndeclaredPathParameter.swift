/// Every parameter in a path must be described, and every described one be required.
package struct UndeclaredPathParameter: ContractRule {
    package static let name = "undeclared-path-parameter"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        let readable = contract.isWhole("groups", contract.groups.count) ? contract.endpoints : []
        let undeclared = readable.flatMap { endpoint -> [Diagnostic] in
            let declared = Set(groups.effective(endpoint).path.map(\.name.value))
            let missing = endpoint.path.value.parameters.filter { !declared.contains($0) }
            // The one that is described and not in the path is the same mistake.
            if missing.count == 1, Self.strays(endpoint).count == 1 { return [] }
            return missing.map { name in
                Diagnostic(
                    .error,
                    "nothing describes the path parameter '\(name)'",
                    rule: Self.name,
                    at: endpoint.path.span,
                    help: nearestName(to: name, among: declared).map { "did you mean ':\($0)'?" }
                        ?? "declare it under 'path:' of the endpoint, a group or the API"
                )
            }
        }
        let unused = contract.endpoints.flatMap { endpoint -> [Diagnostic] in
            let strays = Self.strays(endpoint)
            let missing = Set(endpoint.path.value.parameters).subtracting(groups.effective(endpoint).path.map(\.name.value)).sorted()
            return strays.map { name in
                let meant = nearestName(to: name.value, among: missing) ?? (strays.count == 1 && missing.count == 1 ? missing[0] : nil)
                let help = meant.map { "did you mean '\($0)'?" } ?? "remove it"
                return Diagnostic(.error, "the path has no parameter ':\(name.value)'", rule: Self.name, at: name.span, help: help)
            }
        }
        let optional = (contract.path + contract.statedDefaults.flatMap(\.path)).filter(\.isOptional).map { field in
            Diagnostic(.error, "a path parameter cannot be absent", rule: Self.name, at: field.name.span, help: "remove the '?'")
        }
        return undeclared + unused + optional
    }

    /// What an endpoint describes and its path does not have.
    private static func strays(_ endpoint: Endpoint) -> [Located<String>] {
        let names = Set(endpoint.path.value.parameters)
        return endpoint.own.path.map(\.name).filter { !names.contains($0.value) }
    }
}
