/// The path parameter that names the tenant must occur in some path.
package struct TenantNeverNamed: ContractRule {
    package static let name = "tenant-never-named"

    package func check(_ contract: Contract) -> [Diagnostic] {
        guard let parameter = contract.tenancy?.value.pathParameter, !parameter.value.isEmpty else { return [] }
        guard contract.isWhole("endpoints", contract.endpoints.count) else { return [] }
        let names = contract.endpoints.flatMap(\.path.value.parameters)
        guard !names.contains(parameter.value) else { return [] }
        let nearest = nearestName(to: parameter.value, among: names)
        return [
            Diagnostic(
                .error,
                "no path has the parameter ':\(parameter.value)' that names the tenant",
                rule: Self.name,
                at: parameter.span,
                help: nearest.map { "did you mean '\($0)'?" } ?? "name a parameter that stands in a path"
            )
        ]
    }
}
