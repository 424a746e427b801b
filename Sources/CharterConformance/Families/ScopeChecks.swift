import CharterRuntime

/// What a caller may do: what its scopes allow, and nothing else.
struct ScopeChecks {
    let probe: EndpointProbe

    static func checks(of endpoint: APIDescription.Endpoint, in api: APIDescription) -> [Check] {
        guard let credential = endpoint.credential.flatMap(api.credential), let needed = endpoint.scope else { return [] }
        let kinds = credential.kinds.filter { endpoint.keyKinds.contains($0.name) }
        let scopes = api.scopes.map(\.name).filter { scope in kinds.contains { $0.holds.contains(scope) } }
        return scopes.filter { !api.scopes([$0], satisfy: needed) }.map(Check.insufficientScope)
            + scopes.filter { api.scopes([$0], satisfy: needed) }.map(Check.sufficientScope)
    }

    func insufficient(_ scope: String) throws(MissingFixture) -> SingleExchange {
        SingleExchange(try request(holdingOnly: scope), expecting: Refusal(status: 403, code: .insufficientScope, format: probe.api.errors))
    }

    func sufficient(_ scope: String) throws(MissingFixture) -> SingleExchange {
        SingleExchange(try request(holdingOnly: scope), expecting: Acceptance(of: probe.endpoint))
    }

    private func request(holdingOnly scope: String) throws(MissingFixture) -> EndpointProbe.Request {
        let kinds = probe.endpoint.keyKinds.joined(separator: " or ")
        let key = try probe.key("a valid key of kind \(kinds) that holds only \(scope)") {
            probe.endpoint.keyKinds.contains($0.kind) && Set($0.scopes) == [scope]
        }
        return try probe.request(with: key)
    }
}
