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
                help: mend(parameter, Set(names).sorted())
            )
        }
    }

    /// The parameter that was most likely meant, be it short for what was written; else some of those that there are.
    private func mend(_ parameter: String, _ names: [String]) -> String {
        let cut = names.filter { $0.count > 1 && (parameter.hasPrefix($0) || $0.hasPrefix(parameter)) }
        if let meant = nearestName(to: parameter, among: names) ?? (cut.count == 1 ? cut.first : nil) { return "did you mean '\(meant)'?" }
        guard !names.isEmpty else { return "name a parameter that stands in a path" }
        let some = names.prefix(5).map { "'\($0)'" } + (names.count > 5 ? ["\(names.count - 5) more"] : [])
        return "name a parameter that stands in a path: there is \(some.inWords(conjunction: "and"))"
    }
}
