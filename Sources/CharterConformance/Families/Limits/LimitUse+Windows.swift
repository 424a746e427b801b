import CharterRuntime
import HTTPTypes

/// When windows begin and end.
extension LimitUse {
    /// Whether a refusal tells when windows begin: those of the clock and those from the first call end at different times.
    static func canTellWindow(of limit: APIDescription.Limit, in api: APIDescription) -> Bool {
        guard api.limitHeaders.retryAfter, limit.override == nil, limit.longestWindow >= 10 else { return false }
        if case .fromFirst = limit.window { return true }
        return limit.window.isByClock
    }

    /// Whether a refusal tells how long the months of the calendar are.
    static func canTellMonths(of limit: APIDescription.Limit, in api: APIDescription) -> Bool {
        limit.window == .calendar(.month) && api.limitHeaders.retryAfter
    }

    /// A third of a window behind the end of one, a new window has begun where the clock says so, and else has not.
    func beginning() throws(MissingFixture) -> Dialogue {
        let request = try request()
        _ = try allowed()
        let longest = limit.longestWindow
        let third = longest / 3
        let isByClock = limit.window.isByClock
        let bounds = isByClock ? "\(longest - third) at most" : "about \(longest)"
        return Dialogue(request, expecting: "Retry-After of \(bounds), \(third) seconds behind the end of a window") { conversation in
            let first = try await useUp(request, conversation)
            guard let refused = first.refused, let end = refused.retryAfter else { throw unrefused(request, first, conversation) }
            try await conversation.exchanger.pass(end + third, "the \(end + third) seconds until the next window has begun")
            let use = try await count(request, conversation, before: first.passed)
            guard let again = use.refused, let seconds = again.retryAfter else { throw unrefused(request, use, conversation) }
            let spent = Int(use.duration.components.seconds) + 2
            let isTrue = isByClock ? seconds <= longest - third + 2 : seconds >= longest - spent
            guard isTrue else { throw conversation.fail(request, "Retry-After is \(seconds)", again) }
            return "Retry-After of \(seconds)"
        }
    }

    /// Months are those of the calendar: no two in a row have fewer than 31 days, and no three in a row have 31.
    func months() throws(MissingFixture) -> Dialogue {
        let (request, allowed) = (try request(), try allowed())
        let number = 3
        // What is told of a longer window is not told of months.
        let longer = others(counting: request).first { other in
            other.memory > 86_400 && other.leastAllowed.map { $0 <= (number + 1) * allowed } ?? false
        }
        if let longer { throw MissingFixture(unfit: "the limit \(longer.name) may refuse calls before") }
        let expected = "Retry-After until the end of each of \(number) months, which are as long as those of the calendar"
        return Dialogue(request, expecting: expected) { conversation in
            var use = try await useUp(request, conversation)
            var days: [Int] = []
            for _ in 0..<number {
                guard let end = use.refused?.retryAfter else { throw unrefused(request, use, conversation) }
                try await conversation.exchanger.pass(end, "the \(end) seconds until the next month")
                use = try await count(request, conversation, before: use.passed)
                guard let refused = use.refused, let rest = refused.retryAfter else { throw unrefused(request, use, conversation) }
                // What it took to use the month up is part of it.
                days.append((rest + Int(use.duration.components.seconds) + 43_200) / 86_400)
                guard Self.areMonths(days) else {
                    throw fault(request, "months have \(days.map(String.init).joined(separator: ", ")) days", refused, conversation)
                }
            }
            return "months of \(days.map(String.init).joined(separator: ", ")) days"
        }
    }

    /// Whether three months in a row at most can have so many days.
    private static func areMonths(_ days: [Int]) -> Bool {
        let hasShortPair = zip(days, days.dropFirst()).contains { $0 < 31 && $1 < 31 }
        return days.allSatisfy((28...31).contains) && !hasShortPair && days != [31, 31, 31]
    }

    /// What was done at once counts until a whole window is over, wherever windows of the clock would have begun.
    func sliding() throws(MissingFixture) -> Dialogue {
        let (request, allowed) = (try request(), try allowed())
        let window = limit.longestWindow
        return Dialogue(request, expecting: "\(refusal.summary) until \(window) seconds are over") { conversation in
            let use = try await useUp(request, conversation)
            guard use.refused != nil, use.passed == allowed, use.paused == 0 else { throw unrefused(request, use, conversation) }
            // Nearly all of it: a machine may take its time between the calls.
            let rest = window - max(3, window / 10) - Int(use.duration.components.seconds)
            guard rest > window / 2 else { throw MissingFixture(unfit: "the limit \(limit.name) could not be used up at once") }
            let watch = conversation.exchanger.stopwatch()
            try await conversation.exchanger.pass(rest, "\(rest) seconds of the window")
            let reply = try await conversation.exchanger.firstReply(to: try again(request))
            guard use.duration + watch.elapsed + .seconds(rest) < .seconds(window - 1) else {
                throw MissingFixture(unfit: "the window of the limit \(limit.name) was over")
            }
            guard conversation.exchanger.limitRefusals.contains(reply) else {
                throw fault(
                    request,
                    "it passes \(rest) seconds after \(allowed) calls passed, of a window of \(window)",
                    reply,
                    conversation
                )
            }
            return reply.outline
        }
    }

    /// When a window is over, nothing of it is left: neither what was done at its beginning nor what was done near its end.
    func spread() throws(MissingFixture) -> Dialogue {
        let (request, allowed) = (try request(), try allowed())
        let window = limit.longestWindow
        let late = window * 5 / 6
        guard allowed > 3 else { throw MissingFixture(unfit: "the limit \(limit.name) allows too few calls to spread them") }
        let number = min(allowed, 5)
        return Dialogue(request, expecting: "\(number) calls behind the end of a window, near which \(allowed - 1) were made") {
            conversation in
            if let other = others(counting: request).first(where: { $0.leastAllowed.map { $0 < allowed + number } ?? false }) {
                throw MissingFixture(unfit: "the limit \(other.name) may refuse calls before")
            }
            try await beginWindow(request, conversation)
            let watch = conversation.exchanger.stopwatch()
            func call(_ purpose: String) async throws {
                let reply = try await conversation.exchanger.firstReply(to: try again(request))
                guard !conversation.exchanger.limitRefusals.contains(reply) else {
                    throw MissingFixture("\(allowed) calls that pass: \(purpose) is refused")
                }
            }
            try await call("the first")
            try await conversation.exchanger.pass(late, "\(late) seconds of the window")
            for _ in 1..<allowed { try await call("another") }
            guard watch.elapsed + .seconds(2) < .seconds(window - late) else {
                throw MissingFixture(unfit: "the limit \(limit.name) could not be used up near the end of its window")
            }
            try await conversation.exchanger.pass(window - late + 1, "the rest of the window")
            for place in 1...number {
                let reply = try await conversation.exchanger.firstReply(to: try again(request))
                if conversation.exchanger.limitRefusals.contains(reply) {
                    throw fault(request, "call \(place) of a new window is refused", reply, conversation)
                }
            }
            return "\(number) passed"
        }
    }

    /// An empty bucket is filled evenly: in a part of the time that part of what is allowed comes in, and no more.
    func refill() throws(MissingFixture) -> Dialogue {
        let (request, allowed) = (try request(), try allowed())
        guard let window = limit.seconds, let perWindow else { throw MissingFixture(unfit: "the limit \(limit.name) fills no bucket") }
        // As many as half fill it, be it smaller than what comes in in a window or larger.
        let half = min(perWindow, allowed) / 2
        let seconds = (half * window + perWindow - 1) / perWindow
        let drops = perWindow * seconds / window
        guard half > 0, drops < allowed else { throw MissingFixture(unfit: "the limit \(limit.name) fills its bucket within a second") }
        return Dialogue(request, expecting: "\(drops) calls, \(seconds) seconds after the bucket was empty") { conversation in
            let first = try await useUp(request, conversation)
            guard first.refused != nil else { throw unrefused(request, first, conversation) }
            try await conversation.exchanger.pass(seconds, "the \(seconds) seconds in which \(drops) drops come in")
            let watch = conversation.exchanger.stopwatch()
            let passed = try await passedUntilRefused(request, most: allowed + 1, conversation)
            // One drop may have been there in part, and some come in while calls are made.
            let meanwhile = limit.drops(of: perWindow, in: first.duration + watch.elapsed) + 1
            guard (drops...drops + meanwhile).contains(passed) else {
                throw conversation.fail(request, "\(passed) calls passed, where \(drops) drops came in")
            }
            return "\(passed) passed"
        }
    }

    /// How many calls pass, one behind the other, until one is refused.
    func passedUntilRefused(_ request: EndpointRequest, most: Int, _ conversation: Conversation) async throws -> Int {
        var passed = 0
        while passed < most {
            let reply = try await conversation.exchanger.firstReply(to: try again(request))
            if conversation.exchanger.limitRefusals.contains(reply) { break }
            passed += 1
        }
        return passed
    }

    /// What was refused is not counted: it does not put off the time at which a call passes again.
    func refusals() throws(MissingFixture) -> Dialogue {
        let (request, allowed) = (try request(), try allowed())
        return Dialogue(request, expecting: "success when Retry-After is over, whatever was refused meanwhile") { conversation in
            let use = try await useUp(request, conversation)
            guard let refused = use.refused, let seconds = refused.retryAfter else { throw unrefused(request, use, conversation) }
            let half = seconds / 2
            let watch = conversation.exchanger.stopwatch()
            try await conversation.exchanger.pass(half, "the \(half) seconds in which calls are refused")
            for _ in 0..<allowed {
                let reply = try await conversation.exchanger.firstReply(to: try again(request))
                guard conversation.exchanger.limitRefusals.contains(reply) else {
                    // All that is counted was done in so much time, so that for the rest of a window nothing may pass.
                    let spent = Int((use.duration + watch.elapsed).components.seconds) + 2
                    guard half + spent < limit.longestWindow, limit.override == nil else {
                        throw MissingFixture(unfit: "the limit \(limit.name) did not stay used up")
                    }
                    let fault =
                        "it passes \(half) seconds after \(use.passed) calls passed, of which \(allowed) may in \(limit.longestWindow)"
                    throw conversation.fail(request, fault, reply)
                }
            }
            try await conversation.exchanger.pass(seconds - half + 1, "the seconds until the call passes again")
            let reply = try await conversation.exchanger.firstReply(to: try again(request))
            guard !conversation.exchanger.limitRefusals.contains(reply) else {
                throw conversation.fail(request, "it is refused for \(allowed) calls that were refused", reply)
            }
            return reply.outline
        }
    }
}
