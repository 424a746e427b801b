import CharterRuntime
import HTTPTypes

extension LimitUse {
    /// A call that is made again with its key is not done again, and so uses nothing of a limit that counts what is done.
    func replays() throws(MissingFixture) -> Dialogue {
        guard let idempotency = probe.endpoint.idempotency else { throw MissingFixture("calls that can be repeated") }
        let (request, allowed, calls) = (try request(), try allowed(), RepeatedCalls(probe, idempotency))
        var keyed = request
        try calls.carry(try calls.key(), in: &keyed)
        let first = keyed
        return Dialogue(request, expecting: "\(allowed) calls in a window, beside those that are repeated") { conversation in
            try await begin(conversation)
            let answer = try await conversation.groundwork(first, "to repeat")
            let times = min(allowed, 5)
            for _ in 0..<times {
                let again = try await conversation.exchanger.firstReply(to: first)
                guard calls.difference(answer, again) == nil else { throw MissingFixture("a call that is answered as before") }
            }
            let use = try await count(request, conversation, before: 1 + times)
            if use.passed < allowed - 1 {
                throw fault(request, "only \(use.passed + 1) of \(allowed) calls passed beside repeated ones", use.refused, conversation)
            }
            return "\(use.passed + 1) passed"
        }
    }

    /// When the limit is used up, a call that is repeated is answered as before, or refused where quotas are looked at first.
    func replayWhenUsedUp(isRefused: Bool) throws(MissingFixture) -> Dialogue {
        guard let idempotency = probe.endpoint.idempotency else { throw MissingFixture("calls that can be repeated") }
        let (request, calls, refusal) = (try request(), RepeatedCalls(probe, idempotency), refusal)
        _ = try allowed()
        var keyed = request
        try calls.carry(try calls.key(), in: &keyed)
        let first = keyed
        return Dialogue(first, expecting: isRefused ? refusal.summary : "the first answer again, though nothing is left") { conversation in
            try await begin(conversation)
            let answer = try await conversation.groundwork(first, "to repeat")
            let use = try await count(request, conversation, before: 1)
            guard use.refused != nil else { throw unrefused(request, use, conversation) }
            let again = try await conversation.exchanger.firstReply(to: first)
            if isRefused {
                try conversation.judge(again, to: first, refusal)
            } else if let fault = calls.difference(answer, again) {
                throw conversation.fail(first, fault, again)
            }
            return again.outline
        }
    }
}
