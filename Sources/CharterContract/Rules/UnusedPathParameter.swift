/// A path parameter that an API, a group or a method describes must stand in some path.
package struct UnusedPathParameter: AdvisoryRule {
    package static let name = "unused-path-parameter"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let ofAPI = unused(contract.path, in: contract.endpoints)
        let ofMethods = contract.methods.flatMap { method in
            unused(method.defaults.path, in: contract.endpoints.filter { $0.method.value == method.method.value })
        }
        let ofGroups = contract.groups.filter { !$0.defaults.path.isEmpty }.flatMap { group in
            // What holds for no endpoint at all has a rule of its own.
            let endpoints = contract.endpoints.filter { $0.path.value.isWithin(group.prefix.value) }
            return endpoints.isEmpty ? [] : unused(group.defaults.path, in: endpoints)
        }
        return ofAPI + ofMethods + ofGroups
    }

    private func unused(_ fields: [Field], in endpoints: [Endpoint]) -> [Diagnostic] {
        let names = Set(endpoints.flatMap(\.path.value.parameters))
        return fields.map(\.name).filter { !names.contains($0.value) }.map { name in
            Self.diagnostic(
                "no path has the parameter ':\(name.value)' that is described here",
                at: name.span,
                help: nearestName(to: name.value, among: names.sorted()).map { "did you mean '\($0)'?" } ?? "remove it"
            )
        }
    }
}
