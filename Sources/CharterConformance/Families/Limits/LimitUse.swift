import CharterRuntime
import HTTPTypes

/// Uses a limit up, and looks at what comes then.
struct LimitUse {
    /// Limits of more are left alone.
    static let most = 1_000

    let probe: EndpointProbe
    let limit: APIDescription.Limit
    /// Whether only those call who are known to have no number of their own.
    var isByDocumentedNumber = false

    init(_ probe: EndpointProbe, _ limit: APIDescription.Limit) {
        self.probe = probe
        self.limit = limit
    }

    /// As many calls pass as are allowed, and no more.
    func number() throws(MissingFixture) -> Dialogue {
        let (request, allowed, refusal) = (try request(), try allowed(), refusal)
        return Dialogue(request, expecting: "\(allowed) calls in a window, and then \(refusal.summary)") { conversation in
            let use = try await useUpWholeWindow(request, conversation)
            if use.passed < allowed { throw fault(request, "only \(use.passed) of \(allowed) calls passed", use.refused, conversation) }
            if use.passed > use.bound {
                throw fault(request, "\(use.passed) calls passed, where \(allowed) are allowed", nil, conversation)
            }
            guard let refused = use.refused else {
                throw unrefused(request, use, conversation)
            }
            try conversation.judge(refused, to: request, refusal)
            return "\(use.passed) passed"
        }
    }

    /// Calls until one is refused, in a window of which the whole is known, as far as anybody knows.
    func useUpWholeWindow(_ request: EndpointRequest, _ conversation: Conversation) async throws -> Use {
        let first = try await useUp(request, conversation)
        // The first window began at some time before.
        guard let seconds = first.refused.flatMap(secondsToNextWindow) else { return first }
        try await conversation.exchanger.pass(seconds, "\(seconds) seconds until the next window")
        var use = try await count(request, conversation, before: first.passed)
        if use.duration < .seconds(max(1, limit.shortestWindow) - 1) { use.bound = try allowed() }
        return use
    }

    /// When the next window begins, of windows that follow one another by the clock; nil where nobody says so.
    private func secondsToNextWindow(_ refused: HTTPReply) -> Int? {
        guard limit.window.isByClock, limit.override == nil, let seconds = refused.retryAfter else { return nil }
        return (1...limit.longestWindow).contains(seconds) ? seconds : nil
    }

    /// A refusal says when to come again, and then the call passes.
    func recovery() throws(MissingFixture) -> Dialogue {
        let request = try request()
        let tells = probe.api.limitHeaders.retryAfter
        let longest = limit.longestWindow
        let expected = "\(tells ? "Retry-After in whole seconds, \(longest) at most, and " : "")success when that time is over"
        return Dialogue(request, expecting: expected) { conversation in
            let use = try await useUp(request, conversation)
            guard let refused = use.refused else {
                throw unrefused(request, use, conversation)
            }
            var wait = longest
            if tells {
                guard let text = refused.head.headerFields[.retryAfter] else {
                    throw conversation.fail(request, "there is no Retry-After", refused)
                }
                guard let seconds = Int(text), seconds >= 1 else { throw conversation.fail(request, "Retry-After is \(text)", refused) }
                guard seconds <= longest + 1 else {
                    throw conversation.fail(request, "Retry-After is \(text), and the window \(longest) s", refused)
                }
                wait = seconds
            }
            try await conversation.exchanger.pass(wait, "the \(wait) seconds until the call passes again")
            let reply = try await conversation.exchanger.firstReply(to: try again(request))
            guard !conversation.exchanger.limitRefusals.contains(reply) else {
                throw conversation.fail(request, "it is still refused \(wait) seconds later", reply)
            }
            return "it passes \(wait) seconds later"
        }
    }

    /// What one has used up is another's still.
    func partition() throws(MissingFixture) -> Dialogue {
        let request = try request()
        let other = try otherCaller()
        return Dialogue(other, expecting: "success for another \(limit.partition.rawValue)") { conversation in
            let use = try await useUp(request, conversation)
            guard use.refused != nil else {
                throw unrefused(request, use, conversation)
            }
            let reply = try await conversation.exchanger.firstReply(to: other)
            guard !conversation.exchanger.limitRefusals.contains(reply) else {
                throw conversation.fail(other, "it is refused for what another \(limit.partition.rawValue) has done", reply)
            }
            return reply.outline
        }
    }

    /// What was not done is not counted.
    ///
    /// - Parameter parameter: The place in the path where another value names nothing; nil where there is none.
    func failures(_ parameter: APIDescription.Parameter?) throws(MissingFixture) -> Dialogue {
        let (request, allowed) = (try request(), try allowed())
        // Those that a check refuses, and those that the endpoint itself does not do.
        var failing: [EndpointRequest] = []
        if probe.endpoint.requestBody != nil {
            failing.append(try probe.sufficientRequest(with: .object(["noSuchField": .integer(1)])))
        }
        if let parameter, let missing = try? UnknownThings(probe).request(named: parameter, as: request) { failing.append(missing) }
        for failure in probe.endpoint.failures {
            failing += try OwnFailure(probe, failure).known()
        }
        if failing.isEmpty { throw MissingFixture("a call of \(probe.endpoint.id) that fails") }
        let wrong = failing
        return Dialogue(request, expecting: "\(allowed) calls in a window beside those that are refused") { conversation in
            try await begin(conversation)
            for request in wrong {
                for _ in 0..<3 {
                    let reply = try await conversation.exchanger.firstReply(to: try again(request))
                    guard !probe.endpoint.success.isStatus(of: reply) else {
                        throw MissingFixture("a call of \(probe.endpoint.id) that fails: \(conversation.exchanger.excerpt(reply))")
                    }
                }
            }
            let use = try await count(request, conversation)
            if use.passed < allowed {
                let failed = "\(wrong.count * 3) that failed"
                throw fault(request, "only \(use.passed) of \(allowed) calls passed behind \(failed)", use.refused, conversation)
            }
            return "\(use.passed) passed"
        }
    }

    /// What is not found is not counted.
    func exception(of parameter: APIDescription.Parameter) throws(MissingFixture) -> Dialogue {
        let (request, allowed) = (try request(), try allowed())
        let missing = try UnknownThings(probe).request(named: parameter, as: request)
        return Dialogue(request, expecting: "\(allowed) calls in a window beside those that find nothing") { conversation in
            try await begin(conversation)
            for _ in 0..<3 {
                let reply = try await conversation.exchanger.firstReply(to: missing)
                guard limit.uncountedStatuses.contains(reply.head.status.code) else { throw MissingFixture("a call that finds nothing") }
            }
            let use = try await count(request, conversation)
            if use.passed < allowed {
                throw fault(request, "only \(use.passed) of \(allowed) calls passed behind 3 that found nothing", use.refused, conversation)
            }
            return "\(use.passed) passed"
        }
    }

    /// Why no call was refused: the limit is not kept, or calls were too slow to reach it.
    func unrefused(_ request: EndpointRequest, _ use: Use, _ conversation: Conversation) -> any Error {
        if use.passed <= use.bound {
            return MissingFixture(unfit: "\(use.passed) calls took \(use.duration), too long for the limit \(limit.name) to be reached")
        }
        return fault(request, "\(use.passed) calls passed, and none was refused", nil, conversation)
    }

    func fault(_ request: EndpointRequest, _ reason: String, _ reply: HTTPReply?, _ conversation: Conversation) -> any Error {
        // A key may have been given a number of its own, of which the fixtures do not know.
        if let name = limit.override, !isKnownToHaveNone(name, request) {
            return MissingFixture("a key without a \(name) of its own: \(reason)")
        }
        return conversation.fail(request, reason, reply)
    }

    var refusal: Refusal { probe.refusal(limit.kind == .quota ? .quotaExceeded : .limitExceeded) }

    /// How many calls may be made at once.
    ///
    /// - Throws: ``MissingFixture`` also where that is more than is tried out.
    func allowed() throws(MissingFixture) -> Int {
        let number = try documented()
        guard number <= Self.most else { throw MissingFixture(unfit: "to use up the limit \(limit.name) would take \(number) requests") }
        return number
    }

    /// How many calls may be made at once, however many that are.
    func documented() throws(MissingFixture) -> Int {
        let number = limit.dependsOnPlan ? try allowedByPlan() : limit.burst ?? limit.allow
        guard let number else { throw MissingFixture(unfit: "the limit \(limit.name) allows as much as one likes") }
        return number
    }

    /// The same call once more, as one that was not made before.
    func again(_ request: EndpointRequest) throws(MissingFixture) -> EndpointRequest {
        guard let idempotency = probe.endpoint.idempotency, idempotency.isRequired else { return request }
        var request = request
        let calls = RepeatedCalls(probe, idempotency)
        try calls.carry(try calls.key(), in: &request)
        return request
    }
}

extension APIDescription.Limit.Window {
    /// Whether windows begin and end by the clock, whenever calls are made.
    var isByClock: Bool {
        switch self {
        case .fixed, .calendar: true
        case .sliding, .fromFirst, .billingCycle: false
        }
    }
}
