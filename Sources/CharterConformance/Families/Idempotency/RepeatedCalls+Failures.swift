import CharterRuntime
import HTTPTypes

/// What becomes of a key whose call failed.
extension RepeatedCalls {
    /// A call that failed as the endpoint documents is repeated: its answer is remembered, or it is not.
    func failed() throws(MissingFixture) -> Dialogue {
        for failure in probe.endpoint.failures where failure.status < 500 {
            guard let request = try failing(as: failure, try key()) else { continue }
            let isRemembered = idempotency.remembers != .successes
            let mark = idempotency.replayHeader ?? ""
            return Dialogue(request, expecting: "the same failure \(isRemembered ? "with" : "without") \(mark)") { conversation in
                try await fail(request, as: failure, conversation)
                let again = try await conversation.reply(to: request)
                guard again.head.status.code == failure.status else {
                    throw conversation.fail(request, "the status is another than the first time", again)
                }
                guard isMarked(again) == isRemembered else {
                    throw conversation.fail(request, isRemembered ? "\(mark) is not true" : "\(mark) is true", again)
                }
                return again.outline
            }
        }
        throw try lackingFailures()
    }

    /// A key whose call failed stands for that call where failures are remembered, and is free for another one where they are not.
    ///
    /// Whether a remembered failure is told again or the other call refused, it is not done.
    func keyAfterFailure() throws(MissingFixture) -> Dialogue {
        for failure in probe.endpoint.failures where failure.status < 500 {
            let key = try key()
            guard let first = try failing(as: failure, key) else { continue }
            let second = try request(key)
            // The same call would fail again, or be told of.
            if first.path == second.path, first.query == second.query, first.body == second.body { continue }
            let expected = expected(behind: failure)
            return Dialogue(second, expecting: "\(expected.summary), to another call with the key of one that failed") { conversation in
                try await fail(first, as: failure, conversation)
                return try await conversation.reply(to: second, expecting: expected).outline
            }
        }
        return try keyAfterSecondCall()
    }

    /// Without a request that is known to fail, what was done once may not be done twice.
    private func keyAfterSecondCall() throws(MissingFixture) -> Dialogue {
        guard probe.endpoint.requestBody?.media.contains(.json) == true else { throw try lackingFailures() }
        let key = try key()
        let (first, second) = (try request(try self.key()), try request(key))
        var changed = second
        changed.body = try body(holding: try OtherPayload(probe).content(), key)
        let (third, lacking) = (changed, try lackingFailures())
        let described = "\(idempotency.remembers == .successes ? "no answer" : "the failure, or a refusal"), to another call with its key"
        return Dialogue(third, expecting: described) { conversation in
            _ = try await conversation.groundwork(first, "which cannot be made twice")
            let reply = try await conversation.reply(to: second)
            let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
            let failure = probe.endpoint.failures.first { failure in
                failure.status == reply.head.status.code && failure.status < 500
                    && Refusal([(failure.status, failure.code)], of: probe.endpoint, in: probe.api).faults(in: reply, to: second).isEmpty
            }
            guard let failure, own.faults(in: reply, to: second).isEmpty else { throw lacking }
            return try await conversation.reply(to: third, expecting: expected(behind: failure)).outline
        }
    }

    /// What comes of another call with the key of one that failed.
    private func expected(behind failure: APIDescription.Failure) -> any Expectation {
        if idempotency.remembers == .successes { return Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api) }
        let failed = Refusal([(failure.status, failure.code)], of: probe.endpoint, in: probe.api)
        return idempotency.comparesPayload ? EitherOf(probe.refusal(.idempotencyMismatch), failed) : failed
    }

    /// Makes a call that has to fail as the endpoint documents, for the check to mean anything.
    private func fail(_ request: EndpointRequest, as failure: APIDescription.Failure, _ conversation: Conversation) async throws {
        let reply = try await conversation.reply(to: request)
        guard reply.head.status.code == failure.status else {
            let answer = conversation.exchanger.excerpt(reply)
            throw MissingFixture("a request that fails with \(failure.code): \(probe.endpoint.id) answers \(answer)")
        }
    }

    /// The request of the fixtures that fails so, with a key; nil where they have none.
    private func failing(as failure: APIDescription.Failure, _ key: String) throws(MissingFixture) -> EndpointRequest? {
        guard var request = try OwnFailure(probe, failure).known().first else { return nil }
        switch idempotency.place {
        case .header(let name): try request.fill(name, key)
        case .field(let name):
            let body = request.body.flatMap { try? JSONCoding.decode(JSONValue.self, from: $0) }
            guard case .object(var members)? = body else { return nil }
            members[name] = .string(key)
            request.body = try? JSONCoding.encode(JSONValue.object(members))
        }
        return request
    }

    private func lackingFailures() throws(MissingFixture) -> MissingFixture {
        MissingFixture(#"a request that fails as documented: failures["\#(try probe.home())"]["\#(probe.endpoint.id)"]"#)
    }
}
