/// Every parameter in a path must be described, and every described one be required.
package struct UndeclaredPathParameter: ContractRule {
    package static let name = "undeclared-path-parameter"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        let readable = contract.isWhole("groups", contract.groups.count) ? contract.endpoints : []
        let undeclared = readable.flatMap { endpoint in
            let declared = Set(groups.effective(endpoint).path.map(\.name.value))
            return endpoint.path.value.parameters.filter { !declared.contains($0) }.map { name in
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
        let unused = contract.endpoints.flatMap { endpoint in
            let names = Set(endpoint.path.value.parameters)
            let missing = names.subtracting(endpoint.own.path.map(\.name.value)).sorted()
            return endpoint.own.path.map(\.name).filter { !names.contains($0.value) }.map { name in
                let help = nearestName(to: name.value, among: missing).map { "did you mean '\($0)'?" } ?? "remove it"
                return Diagnostic(.error, "the path has no parameter ':\(name.value)'", rule: Self.name, at: name.span, help: help)
            }
        }
        let optional = (contract.path + contract.statedDefaults.flatMap(\.path)).filter(\.isOptional).map { field in
            Diagnostic(.error, "a path parameter cannot be absent", rule: Self.name, at: field.name.span, help: "remove the '?'")
        }
        return undeclared + unused + optional
    }
}
