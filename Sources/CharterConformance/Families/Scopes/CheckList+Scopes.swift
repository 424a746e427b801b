import CharterRuntime

extension CheckList {
    /// What a caller may do: what its scopes allow, and nothing else.
    ///
    /// Each scope is tried with each kind of key that can hold it alone, and those that are enough together, together.
    mutating func addScopeChecks() {
        let needed = endpoint.scope
        guard !endpoint.auth.names.isEmpty, !needed.isOpen else { return }
        let callers = api.callers(of: endpoint)
        for scope in api.scopes.map(\.name) {
            let isEnough = api.scopes([scope], satisfy: needed)
            let holders = callers.filter { $0.holds.contains(scope) }
            for holder in holders {
                addScope([scope], isEnough: isEnough, holder, isOnly: holders.count == 1)
            }
        }
        for scopes in needed.alternatives where scopes.count > 1 && !scopes.contains(where: { api.scopes([$0], satisfy: needed) }) {
            let holders = callers.filter { scopes.allSatisfy($0.holds.contains) }
            for holder in holders { addScope(scopes, isEnough: true, holder, isOnly: holders.count == 1) }
        }
    }

    private mutating func addScope(_ scopes: [String], isEnough: Bool, _ holder: CallerKind, isOnly: Bool) {
        let suffix = scopes.joined(separator: "+") + (isOnly ? "" : "/\(holder.name)")
        if isEnough {
            addCall("sufficient-scope/\(suffix)", "scope") { probe throws(MissingFixture) in
                let request = try ScopeHolders(probe).request(holding: scopes, holder)
                return SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
            }
        } else {
            add("insufficient-scope/\(suffix)", "scope") { probe throws(MissingFixture) in
                SingleExchange(try ScopeHolders(probe).request(holding: scopes, holder), expecting: probe.refusal(.insufficientScope))
            }
        }
    }
}
