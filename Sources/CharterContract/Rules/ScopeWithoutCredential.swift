/// A scope is held by a credential: an endpoint that asks for none cannot need one.
package struct ScopeWithoutCredential: ContractRule {
    package static let name = "scope-without-credential"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        return contract.endpoints.compactMap { endpoint in
            let effective = groups.effective(endpoint)
            guard let scope = effective.scope, scope.value.value != nil, effective.auth?.value.value == nil else { return nil }
            // Where credentials are declared, who may call must be said: that nothing says it is reported as such.
            guard effective.auth != nil || contract.sections["credentials"]?.names?.isEmpty ?? true else { return nil }
            return Diagnostic(
                .error,
                "'\(endpoint.id.value)' needs \(scope.inWords) but asks for no credential",
                rule: Self.name,
                at: scope.span,
                notes: [Diagnostic.Note("no credential is asked for here", at: effective.auth?.span ?? endpoint.path.span)],
                help: "name a credential in 'auth:', or write 'scope: none'"
            )
        }
    }
}
