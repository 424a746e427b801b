import CharterRuntime

/// What a caller may do: what its scopes allow, and nothing else.
struct ScopeChecks {
    let probe: EndpointProbe

    func insufficient(_ scopes: [String]) throws(MissingFixture) -> SingleExchange {
        SingleExchange(try request(holdingOnly: scopes), expecting: probe.refusal(.insufficientScope))
    }

    func sufficient(_ scopes: [String]) throws(MissingFixture) -> SingleExchange {
        SingleExchange(try request(holdingOnly: scopes), expecting: Acceptance(of: probe.endpoint))
    }

    private func request(holdingOnly scopes: [String]) throws(MissingFixture) -> EndpointProbe.Request {
        let home = try probe.home()
        guard let caller = probe.callers(of: home).first(where: { $0.scopes == Set(scopes) && probe.hasRole($0) }) else {
            let kinds = probe.callerKinds.map(\.name).joined(separator: " or ")
            throw MissingFixture("a valid key of kind \(kinds) that holds only \(scopes.joined(separator: " and ")) of \(home)")
        }
        return try probe.request(as: caller)
    }
}
