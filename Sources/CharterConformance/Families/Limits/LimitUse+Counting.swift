import CharterRuntime
import HTTPTypes

extension LimitUse {
    /// How often another limit may ask for a pause.
    private static let mostPauses = 500

    /// What came of many calls.
    struct Use {
        /// How many were let pass.
        var passed: Int
        /// The least that a reply said was left of this limit; nil where none said so.
        var least: Int?
        /// The first that was not.
        var refused: HTTPReply?
        /// How many may have been let pass in the time that it took.
        var bound: Int
        /// The time that it took, with the pauses that other limits asked for.
        var duration = Duration.zero
        /// How many seconds of pauses there were so far.
        var paused = 0
        /// How many calls were let pass behind so many seconds of pauses.
        var passedBehindPauses: [Int: Int] = [:]

        /// How many calls were let pass in the last seconds, at most.
        func passed(inLast seconds: Int) -> Int {
            passedBehindPauses.filter { paused - $0.key <= seconds }.values.reduce(0, +)
        }
    }

    /// Calls until one is refused, from a moment at which nothing is counted.
    func useUp(_ request: EndpointRequest, _ conversation: Conversation) async throws -> Use {
        try await begin(conversation)
        return try await count(request, conversation)
    }

    /// Lets a window pass, so that nothing that was done before counts.
    func begin(_ conversation: Conversation) async throws {
        let seconds = limit.longestWindow
        try await conversation.exchanger.pass(seconds + 1, "a window of \(seconds) seconds")
    }

    /// Calls until one is refused, or there have been too many.
    ///
    /// - Parameter before: How many calls other limits may count that were made before.
    /// - Throws: ``MissingFixture`` where another limit may have refused a call before this one is used up.
    func count(_ request: EndpointRequest, _ conversation: Conversation, before: Int = 0) async throws -> Use {
        let use = try await countAny(request, conversation, before: before)
        if let refused = use.refused, use.passed < (try allowed()), let other = limitBefore(refused, to: request, after: use) {
            throw MissingFixture(
                unfit: "the limit \(limit.name) is not reached at \(probe.endpoint.id): the limit \(other.name) refuses calls before"
            )
        }
        return use
    }

    /// Calls until one is refused by whichever limit, or there have been too many.
    private func countAny(_ request: EndpointRequest, _ conversation: Conversation, before: Int = 0) async throws -> Use {
        let allowed = try allowed()
        // One window may end while the calls are made, and another begin.
        let most = 2 * allowed + 8
        let watch = conversation.exchanger.stopwatch()
        var use = Use(passed: 0, bound: 0, passedBehindPauses: [0: before])
        var pauses = 0
        while use.refused == nil, use.passed < most {
            let number = limit.counts == .effects ? 1 : min(8, max(1, allowed / 2))
            let replies = try await withThrowingTaskGroup(of: HTTPReply.self) { group in
                for _ in 0..<number {
                    let request = try again(request)
                    group.addTask { try await conversation.exchanger.firstReply(to: request) }
                }
                return try await group.reduce(into: [HTTPReply]()) { $0.append($1) }
            }
            let isRefused = conversation.exchanger.limitRefusals.contains
            if use.passed == 0, replies.allSatisfy({ $0.head.status == .unauthorized }) {
                throw MissingFixture("a credential for \(probe.endpoint.id) that stays valid while time passes")
            }
            for reply in replies where !isRefused(reply) {
                try assertUse(reply, request, conversation)
                use.passed += 1
                use.passedBehindPauses[use.paused, default: 0] += 1
                if let left = left(in: reply) { use.least = min(use.least ?? left, left) }
            }
            var pause = 0
            for reply in replies where isRefused(reply) {
                // Behind a whole window of its own, a limit may let more pass than it allows in one.
                let seconds = pauseOfOthers(reply, to: request, after: use)
                if let seconds, pauses < Self.mostPauses, use.paused + seconds + 2 < limit.shortestWindow {
                    pause = max(pause, seconds)
                } else {
                    use.refused = use.refused ?? reply
                }
            }
            if pause > 0 {
                pauses += 1
                use.paused += pause
                try await conversation.exchanger.pass(pause, "\(pause) seconds that another limit asks for")
            }
        }
        use.duration = watch.elapsed + .seconds(use.paused)
        use.bound = bound(allowed, after: use.duration)
        return use
    }

    /// The seconds to wait where another limit than this has refused a call: one whose windows are shorter; nil where it is this one.
    private func pauseOfOthers(_ reply: HTTPReply, to request: EndpointRequest, after use: Use) -> Int? {
        let window = limit.longestWindow
        if let seconds = reply.retryAfter, seconds >= 1, seconds * 20 <= window {
            let windows = probe.api.limits.filter { $0.name != limit.name }.compactMap(\.seconds).filter { $0 * 20 <= window }
            // A bucket that is refilled drop by drop asks for a pause at each call: once a window is over, all of one is let in.
            if !windows.isEmpty { return windows.filter { $0 >= seconds }.min() ?? seconds }
        }
        // Of windows that are nearer in length only what was counted tells, and how long the wait is.
        let wait = reply.retryAfter ?? 0
        let usedUp = others(counting: request).filter { $0.memory < window && $0.memory + 1 >= wait && $0.mayRefuse(after: use) }
        return reply.retryAfter == nil ? usedUp.map(\.memory).max() : usedUp.map(\.memory).min()
    }

    /// The most that may pass in so much time.
    private func bound(_ allowed: Int, after duration: Duration) -> Int {
        let seconds = Int(duration.components.seconds) + 1
        // Behind long pauses another month may have begun.
        guard let window = limit.seconds else { return duration < .seconds(60) ? allowed : 2 * allowed }
        switch limit.window {
        case .sliding:
            let perWindow = perWindow ?? allowed
            if limit.isBucket {
                // Whoever sends measures more time than whoever counts: what drops in meanwhile is less than this.
                return allowed + limit.drops(of: perWindow, in: duration)
            }
            return duration < .seconds(window) ? allowed : perWindow * (seconds / window + 1)
        case .fixed, .fromFirst, .calendar, .billingCycle: return allowed * (seconds / max(1, window) + 2)
        }
    }

    /// What is counted by its effect has to have one.
    private func assertUse(_ reply: HTTPReply, _ request: EndpointRequest, _ conversation: Conversation) throws {
        guard limit.counts == .effects, !probe.endpoint.success.isStatus(of: reply) else { return }
        throw MissingFixture("a call of \(probe.endpoint.id) that can be made often: \(conversation.exchanger.excerpt(reply))")
    }

    /// Replies say of the limit what is true.
    func headers() throws(MissingFixture) -> Dialogue {
        let request = try request()
        let fields = probe.api.limitHeaders
        // A tenant whose plan is not known may not have the limit at all. To see its fields, it need not be used up.
        _ = try fields.onRefusalsOnly ? allowed() : documented()
        return Dialogue(request, expecting: "header fields that count down with each call") { conversation in
            try await begin(conversation)
            let first = try await conversation.exchanger.firstReply(to: try again(request))
            let second = try await conversation.exchanger.firstReply(to: try again(request))
            if fields.onRefusalsOnly {
                for reply in [first, second] where !conversation.exchanger.limitRefusals.contains(reply) {
                    if let name = fields.names.first(where: { reply.has($0) && !isGiven($0) }) {
                        throw conversation.fail(request, "there is \(name), which refusals alone have", reply)
                    }
                }
            }
            let replies = fields.onRefusalsOnly ? [try await countAny(request, conversation).refused].compactMap(\.self) : [first, second]
            for reply in replies {
                for name in fields.names where !reply.has(name) {
                    throw conversation.fail(request, "there is no \(name)", reply)
                }
            }
            for reply in replies { try judge(fields, reply, to: request, conversation) }
            if let name = fields.legacy?.remaining, !fields.onRefusalsOnly {
                func left(_ reply: HTTPReply) -> Int? { HTTPField.Name(name).flatMap { reply.head.headerFields[$0] }.flatMap { Int($0) } }
                var pair = (first, second)
                // A window may have ended between, so that there is more left again.
                if let before = left(first), let after = left(second), after >= before, limit.burst == nil {
                    pair = (second, try await conversation.exchanger.firstReply(to: try again(request)))
                }
                guard let before = left(pair.0), let after = left(pair.1), after == before - 1 || after == before && limit.burst != nil
                else {
                    throw conversation.fail(request, "\(name) does not count down by one", second)
                }
            }
            if !fields.onRefusalsOnly, limit.burst == nil, limit.counts == .requests {
                let use = try await countAny(request, conversation)
                if let refused = use.refused, let name = fields.names.first(where: { !refused.has($0) }) {
                    throw conversation.fail(request, "there is no \(name)", refused)
                }
                if use.refused != nil, let least = use.least, least != 0 {
                    throw conversation.fail(
                        request,
                        "\(fields.legacy?.remaining ?? "") is never less than \(least), and nothing was left",
                        use.refused
                    )
                }
            }
            return "\(fields.names.joined(separator: ", "))"
        }
    }

    /// What a later check refuses was let in, and is told of the limit.
    func headers(beside fault: OrderFault, at other: APIDescription.Endpoint) throws(MissingFixture) -> Dialogue {
        _ = try documented()
        let request = try sharedRequests(with: other).other
        let wrong = try FaultyRequest([fault], probe.at(other)).adding(to: request)
        let names = probe.api.limitHeaders.names
        return Dialogue(wrong, expecting: names.joined(separator: ", ")) { conversation in
            let reply = try await conversation.reply(to: wrong)
            guard fault.answers.contains(where: { $0.status == reply.head.status.code }) else {
                throw MissingFixture("a call of \(other.id) that is refused: \(conversation.exchanger.excerpt(reply))")
            }
            if let name = names.first(where: { !reply.has($0) }) { throw conversation.fail(wrong, "there is no \(name)", reply) }
            return reply.outline
        }
    }

    /// Whether the endpoint gives a field of that name itself.
    private func isGiven(_ name: String) -> Bool {
        probe.endpoint.success.headers.contains { $0.name.lowercased() == name.lowercased() }
    }

    /// How many calls a reply says are left, where what it tells of is this limit.
    private func left(in reply: HTTPReply) -> Int? {
        guard let fields = probe.api.limitHeaders.legacy else { return nil }
        func number(_ name: String?) -> Int? {
            name.flatMap { HTTPField.Name($0) }.flatMap { reply.head.headerFields[$0] }.flatMap { Int($0) }
        }
        let isOnly = probe.api.limits.count == 1
        return isOnly || number(fields.limit) == limit.allow ? number(fields.remaining) : nil
    }

    /// What is said to be allowed is some limit's number, and the end of the window is near enough.
    private func judge(
        _ fields: APIDescription.LimitHeaders,
        _ reply: HTTPReply,
        to request: EndpointRequest,
        _ conversation: Conversation
    ) throws {
        func number(_ name: String?) -> Int?? {
            name.flatMap { HTTPField.Name($0) }.flatMap { reply.head.headerFields[$0] }.map { Int($0) }
        }
        // An endpoint may have several limits, of which replies tell one.
        let numbers = Set(probe.api.limits.flatMap(\.numbers))
        let isStated = probe.api.limits.allSatisfy { $0.override == nil }
        if isStated, let allowed = number(fields.legacy?.limit), !numbers.contains(allowed ?? -1) {
            throw conversation.fail(request, "\(fields.legacy?.limit ?? "") is no limit's number", reply)
        }
        guard let reset = number(fields.legacy?.reset) else { return }
        let isNear =
            switch fields.legacy?.resetUnit {
            case .seconds?: (0...32 * 86_400).contains(reset ?? -1)
            case .epochSeconds?: reset ?? 0 > 1_500_000_000
            case nil: true
            }
        if !isNear { throw conversation.fail(request, "\(fields.legacy?.reset ?? "") is no time at which the window ends", reply) }
    }
}
