import CharterRuntime
import HTTPTypes

/// A limit of requests counts each that was let in, whatever becomes of it.
extension LimitUse {
    /// What asks for the header fields alone is a request like any other.
    func countsHead() throws(MissingFixture) -> Dialogue {
        let request = try request()
        var asking = request
        asking.endpoint.method = .head
        let head = asking
        return try counting(head, beside: request, "HEAD") { probe.endpoint.success.isStatus(of: $0) }
    }

    /// What a later check refuses was let in all the same.
    func countsFaults(_ fault: OrderFault, at other: APIDescription.Endpoint) throws(MissingFixture) -> Dialogue {
        let shared = try sharedRequests(with: other)
        let wrong = try FaultyRequest([fault], probe.at(other)).adding(to: shared.other)
        let statuses = fault.answers.map(\.status)
        return try counting(wrong, beside: shared.own, "refused for their \(fault.stage.rawValue)") {
            statuses.contains($0.head.status.code)
        }
    }

    /// Makes some calls of one sort, and then as many others as pass: of all together no more than are allowed.
    private func counting(
        _ first: EndpointRequest,
        beside request: EndpointRequest,
        _ sort: String,
        _ isExpected: @escaping @Sendable (HTTPReply) -> Bool
    ) throws(MissingFixture) -> Dialogue {
        let allowed = try allowed()
        let number = min(allowed, 5)
        return Dialogue(first, expecting: "\(allowed - number) calls beside \(number) that are \(sort)") { conversation in
            try await beginWindow(request, conversation)
            let watch = conversation.exchanger.stopwatch()
            for _ in 0..<number {
                let reply = try await conversation.exchanger.firstReply(to: try again(first))
                guard isExpected(reply) else { throw MissingFixture("calls that are \(sort): \(conversation.exchanger.excerpt(reply))") }
            }
            let use = try await count(request, conversation, before: number)
            let spent = watch.elapsed + .seconds(use.paused)
            guard spent + .seconds(2) < .seconds(limit.shortestWindow) || limit.isBucket else {
                throw MissingFixture(unfit: "the limit \(limit.name) could not be used up well within its window")
            }
            let dropped = limit.isBucket ? limit.drops(of: perWindow ?? allowed, in: spent) + 1 : 0
            guard use.passed + number <= allowed + dropped else {
                throw fault(first, "\(use.passed) calls passed behind \(number) that are \(sort), of \(allowed)", use.refused, conversation)
            }
            return "\(use.passed) passed"
        }
    }

    /// Lets time pass until nothing is counted, and until a window begins where that is told by the clock.
    func beginWindow(_ request: EndpointRequest, _ conversation: Conversation) async throws {
        guard limit.window.isByClock else { return try await begin(conversation) }
        let use = try await useUp(request, conversation)
        guard let refused = use.refused, let seconds = refused.retryAfter, (1...limit.longestWindow).contains(seconds) else {
            throw MissingFixture(unfit: "nobody says when a window of the limit \(limit.name) begins")
        }
        try await conversation.exchanger.pass(seconds, "\(seconds) seconds until the next window")
    }
}
