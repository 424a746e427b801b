/// A scope is held by a credential: an endpoint that asks for none cannot need one.
package struct ScopeWithoutCredential: ContractRule {
    package static let name = "scope-without-credential"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        return contract.endpoints.compactMap { endpoint in
            let effective = groups.effective(endpoint)
            guard let scope = effective.scope?.stated, let auth = effective.auth, auth.value.value == nil else { return nil }
            return Diagnostic(
                .error,
                "'\(endpoint.id.value)' needs the scope \(scope.value) but asks for no credential",
                rule: Self.name,
                at: scope.span,
                notes: [Diagnostic.Note("no credential is asked for here", at: auth.span)],
                help: "name a credential in 'auth:', or write 'scope: none'"
            )
        }
    }
}
