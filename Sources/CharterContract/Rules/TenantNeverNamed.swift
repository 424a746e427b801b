/// A path parameter that names the tenant must occur in some path.
package struct TenantNeverNamed: ContractRule {
    package static let name = "tenant-never-named"

    package func check(_ contract: Contract) -> [Diagnostic] {
        guard contract.isWhole("endpoints", contract.endpoints.count) else { return [] }
        let names = contract.endpoints.flatMap(\.path.value.parameters)
        return (contract.tenancy?.value.places ?? []).compactMap { place in
            guard case .path(let parameter) = place.value, !parameter.isEmpty, !names.contains(parameter) else { return nil }
            return Diagnostic(
                .error,
                "no path has the parameter ':\(parameter)' that names the tenant",
                rule: Self.name,
                at: place.span,
                help: nearestName(to: parameter, among: names).map { "did you mean '\($0)'?" } ?? "name a parameter that stands in a path"
            )
        }
    }
}
