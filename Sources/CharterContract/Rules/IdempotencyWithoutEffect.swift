import CharterRuntime

/// Only what changes something needs a way to be repeated, and a key in the body needs a body.
package struct IdempotencyWithoutEffect: ContractRule {
    package static let name = "idempotency-without-effect"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let conventions = contract.conventions.idempotency.keyed(by: \.name.value)
        return contract.endpoints.compactMap { endpoint in
            guard let stated = endpoint.own.idempotency?.stated, let convention = conventions[stated.value], !convention.fits(endpoint)
            else {
                return nil
            }
            let lack = endpoint.method.value == .get ? "changes nothing" : "takes no body that could hold the key"
            return Diagnostic(
                .error,
                "'\(endpoint.id.value)' \(lack)",
                rule: Self.name,
                at: stated.span,
                notes: [Diagnostic.Note("'\(stated.value)' is declared here", at: convention.name.span)],
                help: "write 'idempotency: none', or leave it out"
            )
        }
    }
}
