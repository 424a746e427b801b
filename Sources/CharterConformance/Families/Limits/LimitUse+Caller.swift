import CharterRuntime
import HTTPTypes

extension LimitUse {
    /// A request of a caller whom the limit counts: rather one who is known to have no number of its own.
    func request() throws(MissingFixture) -> EndpointRequest {
        let home = try probe.home()
        if let name = limit.override,
            let caller = try? probe.sufficientCaller(of: home, where: { isCounted($0) && $0.entries.allSatisfy { $0.entry.hasNone(name) } })
        {
            return try probe.request(as: caller)
        }
        guard !probe.endpoint.limits.contains(limit.name) else { return try probe.sufficientRequest() }
        return try probe.request(as: try probe.sufficientCaller(of: home, where: isCounted))
    }

    func isCounted(_ caller: FixtureCaller) -> Bool {
        probe.endpoint.limits.contains(limit.name)
            || caller.entries.contains { entry in
                guard let credential = probe.api.credential(named: entry.credential) else { return false }
                return credential.limits.contains(limit.name)
                    || credential.kind(named: entry.entry.kind)?.limits.contains(limit.name) == true
            }
    }

    /// Whether the fixtures say of each key that the request presents that it was given no number of that name.
    func isKnownToHaveNone(_ name: String, _ request: EndpointRequest) -> Bool {
        guard let home = probe.fixtures.tenants.first else { return false }
        return probe.callers(of: home).contains { caller in
            guard caller.entries.allSatisfy({ $0.entry.hasNone(name) }), let own = try? probe.request(as: caller) else { return false }
            return own.headerFields == request.headerFields && own.credentialQuery == request.credentialQuery
        }
    }
}

extension Fixtures.Credential {
    /// Whether it is known to have no number of its own of that name; one that says nothing of its numbers may have one.
    fileprivate func hasNone(_ name: String) -> Bool {
        limits.map { $0[name] == nil } ?? false
    }
}
