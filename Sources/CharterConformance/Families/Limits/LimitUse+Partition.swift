import CharterRuntime
import HTTPTypes

/// Who is counted apart, and who together.
extension LimitUse {
    /// A request of somebody who is counted apart.
    func otherCaller() throws(MissingFixture) -> EndpointRequest {
        let own = try request()
        if limit.partition == .user, let other = try otherPerson(beside: own) { return other }
        guard limit.partition == .key else {
            let foreign = try probe.abroad().sufficientRequest()
            // Somebody may belong to two tenants.
            guard limit.partition != .user || users(of: own).isDisjoint(with: users(of: foreign)) else {
                throw MissingFixture("another \"user\" whom the limit \(limit.name) counts")
            }
            return foreign
        }
        if let request = try secondKeyAnywhere(beside: own) { return request }
        // A key that the limit does not count is another key at least.
        if let request = try secondKey(beside: own, isAny: true) { return request }
        throw MissingFixture("a second key of \(try probe.home()) that the limit \(limit.name) counts")
    }

    /// What one key of a tenant or of a person has used up is used up for the others.
    func shared() throws(MissingFixture) -> Dialogue {
        let keys = try limit.partition == .user ? keysOfPerson() : keysOfTenant()
        let owner = limit.partition == .user ? "person" : probe.api.tenancy?.name ?? "tenant"
        let expected = "\(refusal.summary) for another key of the \(owner)"
        if limit.isBucket { return try sharedBucket(keys, expecting: expected) }
        return refused(try again(keys.other), behind: keys.first, expecting: expected)
    }

    private func keysOfTenant() throws(MissingFixture) -> (first: EndpointRequest, other: EndpointRequest) {
        let request = try request()
        guard let other = try secondKey(beside: request) else {
            throw MissingFixture("a second key of \(try probe.home()) that may call \(probe.endpoint.id)")
        }
        return (request, other)
    }

    /// Requests with two keys of which the fixtures say that one person has both.
    private func keysOfPerson() throws(MissingFixture) -> (first: EndpointRequest, other: EndpointRequest) {
        let callers = try countedCallers()
        for (index, caller) in callers.enumerated() {
            let first = try probe.request(as: caller)
            let other = callers[(index + 1)...].first { caller.user != nil && $0.user == caller.user && !isPresented($0, by: first) }
            if let other { return (first, try probe.request(as: other)) }
        }
        throw MissingFixture("two keys of one \"user\" of \(try probe.home()) that may call \(probe.endpoint.id)")
    }

    /// A request of somebody of the same tenant who is known to be another person; nil where nobody is.
    private func otherPerson(beside own: EndpointRequest) throws(MissingFixture) -> EndpointRequest? {
        let users = users(of: own)
        guard !users.isEmpty else { return nil }
        let other = try countedCallers().first { $0.user.map { !users.contains($0) } ?? false }
        return try other.map { caller throws(MissingFixture) in try probe.request(as: caller) }
    }

    /// The persons whose credentials a request presents, as far as the fixtures say.
    private func users(of request: EndpointRequest) -> Set<String> {
        Set(probe.fixtures.credentials.filter { isPresented($0, by: request) }.compactMap(\.user))
    }

    /// Everyone of the first tenant whom the limit counts.
    private func countedCallers() throws(MissingFixture) -> [FixtureCaller] {
        let home = try probe.home()
        return probe.callers(of: home).filter { caller in
            probe.hasScope(caller) && probe.hasRole(caller) && isCounted(caller) && caller.entries.allSatisfy { $0.entry.tenant == home }
        }
    }

    /// What one key has taken out of a bucket is out of it for the others: they get what has dripped in since.
    private func sharedBucket(
        _ keys: (first: EndpointRequest, other: EndpointRequest),
        expecting expected: String
    ) throws(MissingFixture) -> Dialogue {
        let (request, other, allowed) = (keys.first, keys.other, try allowed())
        guard limit.seconds != nil, let perWindow else { throw MissingFixture(unfit: "the limit \(limit.name) fills no bucket") }
        return Dialogue(other, expecting: expected) { conversation in
            let use = try await useUp(request, conversation)
            guard use.refused != nil else { throw unrefused(request, use, conversation) }
            let watch = conversation.exchanger.stopwatch()
            let passed = try await passedUntilRefused(other, most: allowed, conversation)
            let meanwhile = limit.drops(of: perWindow, in: use.duration + watch.elapsed) + 1
            guard meanwhile < allowed else {
                throw MissingFixture(unfit: "the limit \(limit.name) does not stay used up for long enough to be seen")
            }
            guard passed <= meanwhile else {
                throw conversation.fail(other, "\(passed) calls pass, where \(meanwhile) drops came in at most")
            }
            return "\(passed) passed"
        }
    }

    /// What one caller has used up is used up for everyone, or for everyone at the address from which the checks call.
    func sharedByAll() throws(MissingFixture) -> Dialogue {
        let request = try request()
        var stranger: EndpointRequest?
        if probe.endpoint.auth == .none {
            // Nobody has a key there.
            stranger = try byAnotherProgram(request)
        }
        if stranger == nil { stranger = try secondKeyAnywhere(beside: request) }
        if stranger == nil, limit.partition == .address, probe.endpoint.limits.contains(limit.name), probe.endpoint.auth.isOpen,
            probe.endpoint.scope.isOpen
        {
            // Whoever calls without a key is another caller at the same address.
            stranger = try byAnotherProgram(try probe.request())
        }
        guard let other = stranger else {
            throw MissingFixture("a second key of \(try probe.home()) that the limit \(limit.name) counts")
        }
        let expected = "\(refusal.summary) for another caller\(limit.partition == .address ? " at the same address" : "")"
        return refused(other, behind: request, expecting: expected)
    }

    /// A request as another caller without a key makes it: with another program.
    private func byAnotherProgram(_ request: EndpointRequest) throws(MissingFixture) -> EndpointRequest {
        var request = request
        try request.fill("User-Agent", "another program")
        return request
    }

    /// When this limit is used up, that is found before a fault.
    func used(before fault: OrderFault) throws(MissingFixture) -> Dialogue {
        let request = try request()
        return refused(try adding(fault, to: request), behind: request, expecting: refusal.summary)
    }

    /// When this limit is used up, a fault is found before that.
    func used(behind fault: OrderFault) throws(MissingFixture) -> Dialogue {
        let request = try request()
        let wrong = try adding(fault, to: request)
        let expected = Refusal(fault.answers, of: probe.endpoint, in: probe.api)
        return Dialogue(wrong, expecting: expected.summary) { conversation in
            let use = try await useUp(request, conversation)
            guard use.refused != nil else { throw unrefused(request, use, conversation) }
            let reply = try await conversation.exchanger.firstReply(to: wrong)
            try conversation.judge(reply, to: wrong, expected)
            return reply.outline
        }
    }

    /// A request that is refused once another one has used this limit up.
    ///
    /// - Parameters:
    ///   - expectation: What comes then; by default the limit's own refusal.
    ///   - expected: That in words.
    func refused(
        _ later: EndpointRequest,
        behind request: EndpointRequest,
        as expectation: (any Expectation)? = nil,
        expecting expected: String
    ) -> Dialogue {
        let expectation = expectation ?? refusal
        return Dialogue(later, expecting: expected) { conversation in
            try await judge(later, behind: request, expectation, conversation)
        }
    }

    /// Uses the limit up by one request, and judges what comes to another.
    func judge(
        _ later: EndpointRequest,
        behind request: EndpointRequest,
        _ expectation: any Expectation,
        _ conversation: Conversation
    ) async throws -> String {
        let use = try await useUpWholeWindow(request, conversation)
        guard use.refused != nil else { throw unrefused(request, use, conversation) }
        let watch = conversation.exchanger.stopwatch()
        let reply = try await conversation.exchanger.firstReply(to: later)
        try assertWithinWindow(use, watch.elapsed)
        try conversation.judge(reply, to: later, expectation)
        return reply.outline
    }

    private func adding(_ fault: OrderFault, to request: EndpointRequest) throws(MissingFixture) -> EndpointRequest {
        let faulty = FaultyRequest([fault], probe)
        return fault.isOfCaller ? try faulty.request() : try faulty.adding(to: request)
    }

    /// Behind the end of a window, everybody may call again.
    func assertWithinWindow(_ use: Use, _ later: Duration) throws(MissingFixture) {
        // A bucket is refilled while it is emptied.
        guard !limit.isBucket, limit.isWellWithinWindow(use.duration + later) else {
            throw MissingFixture(unfit: "the limit \(limit.name) does not stay used up for long enough to be seen")
        }
    }

    /// A request of another key of the first tenant that the limit counts too, here or where it can call elsewhere only; nil where there is none.
    private func secondKeyAnywhere(beside own: EndpointRequest) throws(MissingFixture) -> EndpointRequest? {
        let others = EndpointIndex(probe.api).endpoints(countedBy: limit).filter { $0.id != probe.endpoint.id && $0.method == .get }
        for endpoint in [probe.endpoint] + others {
            let other = LimitUse(probe.at(endpoint), limit)
            if let request = try other.secondKey(beside: own) { return request }
        }
        return nil
    }

    /// A request here of another key of the first tenant that the limit counts too; nil where there is none.
    ///
    /// - Parameter isAny: Whether one will do that the limit does not count.
    private func secondKey(beside own: EndpointRequest, isAny: Bool = false) throws(MissingFixture) -> EndpointRequest? {
        for caller in probe.callers(of: try probe.home()) where probe.hasScope(caller) && probe.hasRole(caller) {
            guard isAny || isCounted(caller) else { continue }
            guard caller.entries.allSatisfy({ $0.entry.tenant == probe.fixtures.tenants.first }) else { continue }
            let request = try probe.request(as: caller)
            if !isPresented(caller, by: own) { return request }
        }
        return nil
    }

    private func isPresented(_ caller: FixtureCaller, by request: EndpointRequest) -> Bool {
        caller.entries.allSatisfy { isPresented($0.entry, by: request) }
    }
}
