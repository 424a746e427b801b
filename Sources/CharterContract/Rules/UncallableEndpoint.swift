import CharterRuntime

/// Some kind of key or some token must be able to hold the scopes that open an endpoint.
package struct UncallableEndpoint: ContractRule {
    package static let name = "uncallable-endpoint"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        let scopes = ScopeClosure(contract.scopes)
        let declared = contract.credentials.keyed(by: \.name.value)
        let resolved = contract.credentials.map { $0.resolved(in: contract) }.keyed(by: \.name)
        return contract.endpoints.compactMap { endpoint in
            let effective = groups.effective(endpoint)
            guard let scope = effective.scope, let auth = effective.auth?.resolved, scope.value.value != nil, auth != .none,
                scope.names.allSatisfy({ scopes.isDeclared($0.value) })
            else { return nil }
            let credentials = auth.names.compactMap { declared[$0] }
            let holdings = credentials.flatMap(\.holdings)
            // An unknown scope or credential is reported as such: it may have been meant to be this one.
            guard !holdings.isEmpty, auth.names.allSatisfy({ declared[$0] != nil }),
                credentials.allSatisfy({ $0.isToken || !$0.kinds.isEmpty }),
                holdings.flatMap(\.names).allSatisfy({ scopes.isDeclared($0.value) })
            else { return nil }
            let callers = Callers(auth, scope.resolved, resolved, scopes)
            guard callers.keyKinds.isEmpty, callers.tokens.isEmpty, let first = credentials.first else { return nil }
            let areKeys = credentials.allSatisfy { !$0.isToken }
            return Diagnostic(
                .error,
                "no \(areKeys ? "kind of key" : "caller") can hold \(scope.inWords), so nobody can call '\(endpoint.id.value)'",
                rule: Self.name,
                at: scope.span,
                notes: [Diagnostic.Note("the \(areKeys ? "kinds of key are" : "credential is") declared here", at: first.name.span)],
                help: "let a \(areKeys ? "kind of key" : "credential") hold \(scope.heldInWords)"
            )
        }
    }
}

extension Credential {
    /// What its callers can hold, each kind by itself.
    fileprivate var holdings: [ScopeSet] {
        isToken ? [holds.value] : kinds.map(\.holds.value)
    }
}
