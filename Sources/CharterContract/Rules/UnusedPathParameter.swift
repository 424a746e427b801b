/// A path parameter that an API, a group or a method describes must stand in some path.
package struct UnusedPathParameter: AdvisoryRule {
    package static let name = "unused-path-parameter"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let ofAPI = unused(contract.path, in: contract.endpoints)
        let ofMethods = contract.methods.flatMap { method in
            unused(method.defaults.path, in: contract.endpoints.filter { $0.method.value == method.method.value })
        }
        let below = endpointsByPrefix(contract)
        let ofGroups = contract.groups.filter { !$0.defaults.path.isEmpty }.flatMap { group in
            // What holds for no endpoint at all has a rule of its own.
            below[group.prefix.value.shape].map { unused(group.defaults.path, in: $0) } ?? []
        }
        return ofAPI + ofMethods + ofGroups
    }

    /// The endpoints at and below the prefix of each group that describes parameters.
    private func endpointsByPrefix(_ contract: Contract) -> [String: [Endpoint]] {
        let prefixes = Set(contract.groups.filter { !$0.defaults.path.isEmpty }.map(\.prefix.value.shape))
        var below: [String: [Endpoint]] = [:]
        for endpoint in contract.endpoints {
            let segments = endpoint.path.value.segments
            let shapes = (0...segments.count).map { PathPattern(segments: Array(segments.prefix($0))).shape }
            for shape in shapes where prefixes.contains(shape) { below[shape, default: []].append(endpoint) }
        }
        return below
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
