import CharterRuntime
import HTTPTypes

extension RepeatedCalls {
    /// Another tenant's key is another key.
    func ofOtherTenant() throws(MissingFixture) -> Dialogue {
        let key = try key()
        let foreign = RepeatedCalls(try probe.abroad(), idempotency)
        let first = try foreign.request(key)
        let second = try request(key)
        let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        return Dialogue(second, expecting: "\(own.summary), and nothing of another tenant's call with the same key") { conversation in
            let answer = try await conversation.groundwork(first, "of the other tenant")
            let reply = try await conversation.reply(to: second, expecting: own)
            try refuseEqual(answer, reply, to: second, conversation)
            return reply.outline
        }
    }

    /// A key at one endpoint is another one at the next.
    func at(_ other: APIDescription.Endpoint) throws(MissingFixture) -> Dialogue {
        let key = try key()
        let otherProbe = probe.at(other)
        let first = try RepeatedCalls(otherProbe, idempotency).request(key)
        let second = try request(key)
        let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        return Dialogue(second, expecting: "\(own.summary), though the key was used at \(other.id)") { conversation in
            let answer = try await conversation.groundwork(first, "with the same key")
            let reply = try await conversation.reply(to: second, expecting: own)
            try refuseEqual(answer, reply, to: second, conversation)
            return reply.outline
        }
    }

    /// When its time is over, a key can be used for another call.
    func forgotten() throws(MissingFixture) -> Dialogue {
        let first = try request(try key())
        let retention = idempotency.retention ?? 0
        let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        return Dialogue(first, expecting: "\(own.summary), and nothing of the call \(retention) seconds before") { conversation in
            let answer = try await conversation.groundwork(first, "to repeat")
            try await conversation.exchanger.pass(retention + 1, "the \(retention) seconds for which a key is remembered")
            let reply = try await conversation.reply(to: first)
            if reply.head.status.code == 401 { throw MissingFixture("a credential that is valid for \(retention) seconds") }
            try conversation.judge(reply, to: first, own)
            try refuseEqual(answer, reply, to: first, conversation)
            return reply.outline
        }
    }

    /// Until its time is over, a key stands for the first call.
    func remembered() throws(MissingFixture) -> Dialogue {
        let request = try request(try key())
        let seconds = (idempotency.retention ?? 0) * 9 / 10
        return Dialogue(request, expecting: "the first answer again \(seconds) seconds later") { conversation in
            let answer = try await conversation.groundwork(request, "to repeat")
            try await conversation.exchanger.pass(seconds, "\(seconds) seconds, for which a key is remembered")
            let again = try await conversation.reply(to: request)
            if again.head.status.code == 401 { throw MissingFixture("a credential that is valid for \(seconds) seconds") }
            if let fault = difference(answer, again) { throw conversation.fail(request, fault, again) }
            return again.outline
        }
    }

    /// Of calls with one key at the same time one is done; the others answer the same, or that it is not answered yet.
    func parallel() throws(MissingFixture) -> Dialogue {
        let request = try request(try key())
        let busy = probe.refusal(.idempotencyInFlight)
        return Dialogue(request, expecting: "one answer to all of 6 calls at the same time, or \(busy.summary)") { conversation in
            let replies = try await withThrowingTaskGroup(of: HTTPReply.self) { group in
                for _ in 0..<6 { group.addTask { try await conversation.reply(to: request) } }
                return try await group.reduce(into: [HTTPReply]()) { $0.append($1) }
            }
            let done = replies.filter { probe.endpoint.success.isStatus(of: $0) }
            for reply in replies where !probe.endpoint.success.isStatus(of: reply) { try conversation.judge(reply, to: request, busy) }
            guard let first = done.first else { throw conversation.fail(request, "none of the calls was done", replies.first) }
            for other in done.dropFirst() {
                if let fault = difference(first, other) { throw conversation.fail(request, "of calls at the same time, \(fault)", other) }
            }
            return "\(done.count) equal answers, \(replies.count - done.count) refusals"
        }
    }

    func withoutKey() throws(MissingFixture) -> SingleExchange {
        var request = try probe.sufficientRequest()
        switch idempotency.place {
        case .header(let name): ParameterPlace.header.remove(name, from: &request)
        case .field: request.body = try probe.body(holding: try probe.content())
        }
        return SingleExchange(request, expecting: probe.refusal(.idempotencyKeyMissing))
    }

    /// A key that is just as documented.
    func accepting(_ key: String) throws(MissingFixture) -> SingleExchange {
        SingleExchange(try request(key), expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
    }

    /// A key that is not as documented.
    func refusing(_ key: String) throws(MissingFixture) -> SingleExchange {
        let code: Problem.Code = if case .header = idempotency.place { .invalidParameter } else { .invalidField }
        return SingleExchange(try request(key), expecting: probe.refusal([code, .idempotencyKeyMissing]))
    }
}
