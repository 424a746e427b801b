import CharterRuntime

/// A key in the body stands beside the fields of what is sent, so it needs a name of its own.
package struct IdempotencyKeyClash: ContractRule {
    package static let name = "idempotency-key-clash"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        let types = contract.typesByName
        let conventions = contract.conventions.idempotency.keyed(by: \.name.value)
        return contract.endpoints.compactMap { endpoint in
            guard let name = groups.effective(endpoint).idempotency?.value.value, let convention = conventions[name],
                case .field(let key) = convention.place.value, let body = endpoint.takes, let form = types.form(of: body)
            else { return nil }
            guard case .object(let fields) = form else {
                return Diagnostic(
                    .error,
                    "the body of '\(endpoint.id.value)' is no object, so it cannot hold the field '\(key)'",
                    rule: Self.name,
                    at: body.span,
                    notes: [Diagnostic.Note("it is declared here", at: convention.place.span)],
                    help: "put the key into a header field, or write 'idempotency: none'"
                )
            }
            return fields.first { $0.name.value == key }.map { field in
                Diagnostic(
                    .error,
                    "the field '\(key)' belongs to the way to repeat calls '\(name)'",
                    rule: Self.name,
                    at: field.name.span,
                    notes: [Diagnostic.Note("it is declared here", at: convention.place.span)],
                    help: "remove it: the key is no part of what is sent"
                )
            }
        }.uniquedByPlace
    }
}

extension [Diagnostic] {
    /// The diagnostics without those at a place that has one already, as when two endpoints share a type.
    fileprivate var uniquedByPlace: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return filter { seen.insert($0).inserted }
    }
}
