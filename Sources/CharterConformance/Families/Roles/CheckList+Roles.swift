import CharterRuntime

extension CheckList {
    /// What a person may do within a tenant: what the role allows.
    mutating func addRoleChecks() {
        guard !endpoint.roles.isEmpty else { return }
        let credentials = endpoint.auth.names.compactMap(api.credential)
        if credentials.contains(where: { !$0.roles.isEmpty }) {
            add("no-role", "role") { probe throws(MissingFixture) in
                SingleExchange(try probe.requestWithoutRole(), expecting: probe.refusal(.insufficientRole))
            }
        }
        if endpoint.tenancy == .tenant, let tenancy = api.tenancy,
            credentials.contains(where: { !$0.roles.isEmpty && tenancy.place(forCredential: $0.name) != .credential })
        {
            add("role-elsewhere", "role") { probe throws(MissingFixture) in
                SingleExchange(try probe.requestWithRoleElsewhere(), expecting: probe.refusal(.insufficientRole))
            }
        }
        for role in api.roles.map(\.name) where credentials.contains(where: { $0.roles.contains(role) }) {
            if api.roles([role], satisfyAnyOf: endpoint.roles) {
                addCall("sufficient-role/\(role)", "role") { probe throws(MissingFixture) in
                    let request = try probe.request(withOnlyRole: role)
                    return SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
                }
            } else {
                add("insufficient-role/\(role)", "role") { probe throws(MissingFixture) in
                    SingleExchange(try probe.request(withRoleInVain: role), expecting: probe.refusal(.insufficientRole))
                }
            }
        }
    }
}

extension EndpointProbe {
    /// A request of a person who has no role at all, and lacks nothing else.
    fileprivate func requestWithoutRole() throws(MissingFixture) -> EndpointRequest {
        let home = try home()
        let caller = callers(of: home).first { caller in
            let people = caller.entries.filter { entry in api.credential(named: entry.credential).map { !$0.roles.isEmpty } ?? false }
            return !people.isEmpty && caller.roles.isEmpty && hasScope(caller)
        }
        guard let caller else {
            throw MissingFixture("a valid credential of \(home) without a role and whose scopes allow \(endpoint.id)")
        }
        return try request(as: caller)
    }

    /// A request of a person whose role is enough in another tenant, and not in the one that is asked for.
    fileprivate func requestWithRoleElsewhere() throws(MissingFixture) -> EndpointRequest {
        for tenant in fixtures.tenants {
            for caller in callers(of: tenant) where hasScope(caller) && !hasRole(caller) {
                let others = fixtures.tenants.filter { $0 != tenant }.flatMap(callers)
                guard others.contains(where: { $0.isPresented(like: caller) && hasRole($0) }) else { continue }
                return try at(home: tenant).request(as: caller)
            }
        }
        let name = api.tenancy?.name ?? "tenant"
        throw MissingFixture("one credential in two entries, whose role in one \(name) allows \(endpoint.id) and in another does not")
    }

    fileprivate func request(withOnlyRole role: String) throws(MissingFixture) -> EndpointRequest {
        try request(where: { $0.roles == [role] }, as: "whose only role is \(role)")
    }

    /// A request of a person who has that role, and perhaps others, none of which is enough.
    fileprivate func request(withRoleInVain role: String) throws(MissingFixture) -> EndpointRequest {
        do {
            return try request(withOnlyRole: role)
        } catch {
            let description = "who has the role \(role), and none that is enough,"
            return try request(where: { $0.roles.contains(role) && !hasRole($0) }, as: description)
        }
    }

    private func request(where isFit: (FixtureCaller) -> Bool, as description: String) throws(MissingFixture) -> EndpointRequest {
        let home = try home()
        guard let caller = callers(of: home).first(where: { isFit($0) && hasScope($0) }) else {
            throw MissingFixture("a valid credential of \(home) \(description) and whose scopes allow \(endpoint.id)")
        }
        return try request(as: caller)
    }
}

extension FixtureCaller {
    /// Whether the server is shown the same credentials as by another caller.
    fileprivate func isPresented(like other: FixtureCaller) -> Bool {
        entries.map(\.entry.headers) == other.entries.map(\.entry.headers) && entries.map(\.entry.query) == other.entries.map(\.entry.query)
    }
}
