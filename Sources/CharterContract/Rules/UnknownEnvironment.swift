/// A key of an environment must be valid on some server.
package struct UnknownEnvironment: ContractRule {
    package static let name = "unknown-environment"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let environments = contract.servers.compactMap(\.environment)
        // A server without an environment takes the keys of all.
        guard environments.count == contract.servers.count, contract.isWhole("servers", contract.servers.count) else { return [] }
        let known = environments.map(\.value)
        return contract.credentials.flatMap(\.kinds).compactMap(\.environment).filter { !known.contains($0.value) }.map { environment in
            Diagnostic(
                .error,
                "no server has the environment '\(environment.value)'",
                rule: Self.name,
                at: environment.span,
                notes: environments.first.map { [Diagnostic.Note("a server has another one here", at: $0.span)] } ?? [],
                help: nearestName(to: environment.value, among: known).map { "did you mean '\($0)'?" }
                    ?? "give a server 'environment: \(environment.value)'"
            )
        }
    }
}
