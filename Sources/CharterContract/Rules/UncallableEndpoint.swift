/// Some kind of key must be able to hold a scope that opens the endpoint.
package struct UncallableEndpoint: ContractRule {
    package static let name = "uncallable-endpoint"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        let scopes = ScopeClosure(contract.scopes)
        let credentials = contract.credentials.keyed(by: \.name.value)
        return contract.endpoints.compactMap { endpoint in
            let effective = groups.effective(endpoint)
            guard let scope = effective.scope?.stated, scopes.isDeclared(scope.value),
                let credential = effective.auth?.value.value.flatMap({ credentials[$0] }),
                !credential.kinds.isEmpty,
                // An unknown scope is reported as such: it may have been meant to be this one.
                credential.kinds.flatMap(\.holds.value.names).allSatisfy({ scopes.isDeclared($0.value) }),
                !credential.kinds.contains(where: { scopes.canSatisfy(scope.value, with: $0.holds.value.resolved) })
            else { return nil }
            return Diagnostic(
                .error,
                "no kind of key can hold the scope \(scope.value), so nobody can call '\(endpoint.id.value)'",
                rule: Self.name,
                at: scope.span,
                notes: [Diagnostic.Note("the kinds of key are declared here", at: credential.name.span)],
                help: "let a kind of key hold \(scope.value)"
            )
        }
    }
}
