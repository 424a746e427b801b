import CharterRuntime

/// What a person may do within a tenant: what the role allows.
struct RoleChecks {
    let probe: EndpointProbe

    func insufficient(_ role: String) throws(MissingFixture) -> SingleExchange {
        SingleExchange(try request(withOnly: role), expecting: probe.refusal(.insufficientRole))
    }

    func sufficient(_ role: String) throws(MissingFixture) -> SingleExchange {
        SingleExchange(try request(withOnly: role), expecting: Acceptance(of: probe.endpoint))
    }

    private func request(withOnly role: String) throws(MissingFixture) -> EndpointProbe.Request {
        let home = try probe.home()
        guard let caller = probe.callers(of: home).first(where: { $0.roles == [role] && probe.hasScope($0) }) else {
            throw MissingFixture("a valid credential of \(home) whose only role is \(role) and whose scopes allow \(probe.endpoint.id)")
        }
        return try probe.request(as: caller)
    }
}
