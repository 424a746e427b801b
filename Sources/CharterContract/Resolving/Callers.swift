import CharterRuntime

/// The kinds of key and the tokens that can hold what an endpoint needs, and so may call it.
struct Callers {
    private(set) var keyKinds: [ResolvedKeyKind] = []
    private(set) var tokens: [String] = []
    /// What opens the endpoint when it is presented at once, a key or token for each credential of an alternative.
    private(set) var keySets: [[PresentedKey]] = []

    init(
        _ auth: APIDescription.Requirement,
        _ scope: APIDescription.Requirement,
        _ credentials: [String: ResolvedCredential],
        _ scopes: ScopeClosure
    ) {
        let sets = auth.alternatives.map { names in names.compactMap { credentials[$0] } }
        for credential in auth.names.compactMap({ credentials[$0] }) {
            // What is presented beside it may hold what it does not.
            let others = sets.filter { $0.contains { $0.name == credential.name } }.map { set in
                set.filter { $0.name != credential.name }.flatMap(\.holdings)
            }
            func mayCall(holding scopesOfOne: ScopeNames) -> Bool {
                others.contains { scopes.canSatisfy(scope, with: [scopesOfOne] + $0) }
            }
            keyKinds += credential.kinds.filter { mayCall(holding: $0.holds) }
            if credential.isToken, mayCall(holding: credential.holds) { tokens.append(credential.name) }
        }
        for set in sets where !set.isEmpty {
            let choices = set.reduce([[]]) { choices, credential in
                choices.flatMap { choice in credential.presentable.map { choice + [$0] } }
            }
            keySets += choices.filter { scopes.canSatisfy(scope, with: $0.map(\.holds)) }.map { $0.map(\.key) }
        }
    }
}
