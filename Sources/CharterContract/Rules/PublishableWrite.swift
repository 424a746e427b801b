import CharterRuntime

/// A key that may stand in a browser is everybody's: what it can change, anybody can change.
package struct PublishableWrite: AdvisoryRule {
    package static let name = "publishable-write"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        let scopes = ScopeClosure(contract.scopes)
        let credentials = contract.credentials.map { $0.resolved(in: contract) }.keyed(by: \.name)
        return contract.endpoints.filter { $0.method.value != .get }.compactMap { endpoint in
            let effective = groups.effective(endpoint)
            guard let auth = effective.auth else { return nil }
            // Beside a secret, a key that everybody knows opens nothing; and callers with roles are persons, each with a key of their own.
            let alone = auth.resolved.alternatives.filter { names in
                names.count == 1 && names.allSatisfy { credentials[$0]?.roles.isEmpty ?? true }
            }
            let callers = Callers(.any(alone), effective.scope?.resolved ?? .none, credentials, scopes)
            guard let kind = callers.keyKinds.first(where: { $0.use == .anywhere }) else { return nil }
            return Self.diagnostic(
                "'\(endpoint.id.value)' is open to \(kind.name) keys, which anybody can read",
                at: endpoint.path.span,
                notes: [Diagnostic.Note("who may call is said here", at: effective.scope?.span ?? auth.span)],
                help: "ask for a scope that such keys cannot hold"
            )
        }
    }
}
