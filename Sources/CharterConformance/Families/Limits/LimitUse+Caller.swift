import CharterRuntime
import HTTPTypes

extension LimitUse {
    /// A request of a caller whom the limit counts: rather one who is known to have no number of its own.
    func request() throws(MissingFixture) -> EndpointRequest {
        let home = try probe.home()
        if limit.override != nil, let caller = try? probe.sufficientCaller(of: home, where: { isCounted($0) && hasNoNumber($0) }) {
            return try probe.request(as: caller)
        }
        guard !probe.endpoint.limits.contains(limit.name) else { return try probe.sufficientRequest() }
        return try probe.request(as: try probe.sufficientCaller(of: home, where: isCounted))
    }

    /// The same, by a caller who is known to have no number of its own.
    func byDocumentedNumber() throws(MissingFixture) -> LimitUse {
        if let name = limit.override, !isKnownToHaveNone(name, try request()) {
            throw MissingFixture(#"a key without a \#(name) of its own: "limits": {} beside it"#)
        }
        var known = self
        known.isByDocumentedNumber = true
        return known
    }

    /// The limit of a key that was given a number of its own.
    ///
    /// - Parameter name: What the number is called.
    func ofKey(with name: String) throws(MissingFixture) -> LimitUse {
        let lack = MissingFixture(#"a key with a \#(name) of its own: "limits": {"\#(name)": 3} beside it"#)
        func number(_ caller: FixtureCaller) -> Int? {
            caller.entries.lazy.compactMap { $0.entry.limits?[name] }.first { (1...Self.most).contains($0) }
        }
        let known = try? probe.sufficientCaller(of: try probe.home()) { isCounted($0) && number($0) != nil }
        guard let known, let number = number(known) else { throw lack }
        var (probe, limit) = (probe, limit)
        let entries = known.entries.map(\.entry)
        probe.fixtures.credentials.removeAll { !entries.contains($0) }
        // What a bucket holds is as the contract says it.
        (limit.allow, limit.allowByPlan, limit.override) = (number, [:], nil)
        return LimitUse(probe, limit)
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
        let entries = probe.fixtures.credentials.filter { isPresented($0, by: request) }
        return !entries.isEmpty && entries.allSatisfy { $0.hasNone(name) }
    }

    /// Whether a caller is known to have been given no number of its own, where keys can be.
    func hasNoNumber(_ caller: FixtureCaller) -> Bool {
        limit.override.map { name in caller.entries.allSatisfy { $0.entry.hasNone(name) } } ?? true
    }
}

extension Fixtures.Credential {
    /// Whether it is known to have no number of its own of that name; one that says nothing of its numbers may have one.
    fileprivate func hasNone(_ name: String) -> Bool {
        limits.map { $0[name] == nil } ?? false
    }
}
