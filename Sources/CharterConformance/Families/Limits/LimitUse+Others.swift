import CharterRuntime
import HTTPTypes

extension LimitUse {
    /// Another limit that may have refused a call before this one was used up; nil where none can have.
    ///
    /// - Parameter use: The calls that were let pass since the server had nothing to count, as far as anybody knows.
    func limitBefore(_ refused: HTTPReply, to request: EndpointRequest, after use: Use) -> APIDescription.Limit? {
        let window = limit.longestWindow
        let wait = refused.retryAfter ?? 0
        return others(counting: request).first { other in
            // A wait that is longer than it counts for is not its own.
            if other.mayRefuse(after: use), other.memory + 1 >= wait { return true }
            // What checks before this one have done is counted for longer.
            return other.longestWindow > window && wait > window + 1
        }
    }

    /// The other limits that count a request.
    func others(counting request: EndpointRequest) -> [APIDescription.Limit] {
        let entries = probe.fixtures.credentials.filter { isPresented($0, by: request) }
        let credentials = probe.endpoint.auth.names.compactMap(probe.api.credential)
        let names = credentials.flatMap { credential in
            entries.flatMap { entry -> [String] in
                guard credential.text(in: entry) != nil else { return [] }
                return credential.limits + (credential.kind(named: entry.kind)?.limits ?? [])
            }
        }
        let all = Set(probe.endpoint.limits + names)
        return probe.api.limits.filter { $0.name != limit.name && all.contains($0.name) }
    }

    /// Whether a request presents what an entry of the fixtures does.
    func isPresented(_ entry: Fixtures.Credential, by request: EndpointRequest) -> Bool {
        guard entry.state == .valid, !(entry.headers.isEmpty && entry.query?.isEmpty ?? true) else { return false }
        let places = probe.api.credentials.flatMap { [$0.place] + $0.fallbackPlaces }.compactMap { $0.header?.lowercased() }
        let headers = entry.headers.filter { places.contains($0.key.lowercased()) }
        return headers.allSatisfy { name, value in HTTPField.Name(name).map { request.headerFields[$0] == value } ?? false }
            && (entry.query ?? [:]).allSatisfy { name, value in request.credentialQuery.contains { $0.name == name && $0.value == value } }
    }
}

extension APIDescription.Limit {
    /// For how many seconds a call counts at most: a bucket is full again when all of it has dripped in.
    var memory: Int {
        guard let seconds, let allow, let most = ([burst].compactMap(\.self) + burstByPlan.values).max() else { return longestWindow }
        let least = ([allow] + allowByPlan.values.compactMap(\.self)).min() ?? allow
        return max(seconds, (most * seconds + least - 1) / least)
    }

    /// Whether it may refuse a call behind those that were let pass, as it is documented.
    func mayRefuse(after use: LimitUse.Use) -> Bool {
        leastAllowed.map { use.passed(inLast: memory) >= $0 } ?? false
    }

    /// The least that it may allow at once, on whatever plan; nil where it has no end on any.
    var leastAllowed: Int? {
        let numbers = allowByPlan.values.compactMap(\.self) + burstByPlan.values.map(\.self)
        return (numbers + [burst ?? allow].compactMap(\.self)).min()
    }
}
