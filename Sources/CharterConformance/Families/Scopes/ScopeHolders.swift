import CharterRuntime

/// Callers of one kind that hold certain scopes and no others.
struct ScopeHolders {
    private let probe: EndpointProbe

    init(_ probe: EndpointProbe) {
        self.probe = probe
    }

    func request(holding scopes: [String], _ kind: CallerKind) throws(MissingFixture) -> EndpointRequest {
        let home = try probe.home()
        let found = probe.callers(of: home).first { caller in
            caller.scopes == Set(scopes) && probe.hasRole(caller)
                && caller.entries.contains { $0.credential == kind.credential && $0.entry.kind == kind.name }
        }
        guard let found else {
            throw MissingFixture("a valid key of kind \(kind.name) that holds only \(scopes.joined(separator: " and ")) of \(home)")
        }
        return try probe.request(as: found)
    }
}
