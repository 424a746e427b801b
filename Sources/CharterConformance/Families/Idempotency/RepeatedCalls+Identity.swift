import CharterRuntime
import HTTPTypes

/// What makes a call the same as one before, beside its key and body.
extension RepeatedCalls {
    /// Keys are told apart by their letters as they are.
    func inOtherCase() throws(MissingFixture) -> Dialogue {
        var key = try key()
        if key == key.uppercased() { key = "a" + key.dropFirst() }
        let other = key.uppercased()
        guard probe.api.faults(of: .string(key), against: idempotency.form).isEmpty,
            probe.api.faults(of: .string(other), against: idempotency.form).isEmpty
        else { throw MissingFixture(unfit: "keys of \(idempotency.name) may have no other capitals") }
        let (first, second) = (try request(key), try request(other))
        let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        return Dialogue(second, expecting: "\(own.summary), and nothing of the call whose key has other capitals") { conversation in
            let answer = try await conversation.groundwork(first, "to compare with")
            let reply = try await conversation.reply(to: second, expecting: own)
            try refuseEqual(answer, reply, to: second, conversation)
            return reply.outline
        }
    }

    /// What the path names is part of a call: with the same key it cannot be made for something else.
    func elsewhere(in parameter: APIDescription.Parameter) throws(MissingFixture) -> Dialogue {
        let first = try request(try key())
        let second = try UnknownThings(probe).request(named: parameter, as: first)
        // Whether there is such a thing may be asked before.
        let refusal = probe.refusal([.idempotencyMismatch, .notFound])
        return Dialogue(second, expecting: refusal.summary) { conversation in
            _ = try await conversation.groundwork(first, "to repeat")
            return try await conversation.reply(to: second, expecting: refusal).outline
        }
    }

    /// What another caller of the tenant calls with the same key.
    ///
    /// - Parameter isSame: Whether that is the same call, or another one as keys are unique within each caller's key.
    func ofOtherCaller(isSame: Bool) throws(MissingFixture) -> Dialogue {
        let home = try probe.home()
        let own = try probe.sufficientCaller(of: home)
        let other = try probe.sufficientCaller(of: home) { caller in
            caller.credentials == own.credentials && zip(caller.entries, own.entries).allSatisfy { $0.entry != $1.entry }
                && zip(caller.entries, own.entries).allSatisfy { !isSame || $0.entry.tenant == $1.entry.tenant }
        }
        let first = try request(try key())
        var second = try probe.request(as: other)
        second.body = first.body
        if case .header(let name) = idempotency.place, let field = HTTPField.Name(name) {
            second.headerFields[field] = first.headerFields[field]
        }
        let request = second
        guard !isSame else { return repeated(first, request, expecting: "the first answer again, though another key of \(home) calls") }
        let accepted = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        return Dialogue(request, expecting: "\(accepted.summary), and nothing of the call of another key") { conversation in
            let answer = try await conversation.groundwork(first, "to compare with")
            let reply = try await conversation.reply(to: request, expecting: accepted)
            try refuseEqual(answer, reply, to: request, conversation)
            return reply.outline
        }
    }

    /// A call that failed as the endpoint documents is repeated: its answer is remembered, or it is not.
    func failed() throws(MissingFixture) -> Dialogue {
        let home = try probe.home()
        for failure in probe.endpoint.failures where failure.status < 500 {
            guard var failing = try OwnFailure(probe, failure).known() else { continue }
            let key = try key()
            if case .header(let name) = idempotency.place {
                try failing.fill(name, key)
            } else {
                let body = failing.body.flatMap { try? JSONCoding.decode(JSONValue.self, from: $0) }
                guard case .object(var members)? = body, case .field(let name) = idempotency.place else { continue }
                members[name] = .string(key)
                failing.body = try? JSONCoding.encode(JSONValue.object(members))
            }
            let request = failing
            let isRemembered = idempotency.remembers != .successes
            let mark = idempotency.replayHeader ?? ""
            return Dialogue(request, expecting: "the same failure \(isRemembered ? "with" : "without") \(mark)") { conversation in
                let first = try await conversation.reply(to: request)
                guard first.head.status.code == failure.status else {
                    let answer = conversation.exchanger.excerpt(first)
                    throw MissingFixture("a request that fails with \(failure.code): \(probe.endpoint.id) answers \(answer)")
                }
                let again = try await conversation.reply(to: request)
                guard again.head.status == first.head.status else {
                    throw conversation.fail(request, "the status is another than the first time", again)
                }
                guard isMarked(again) == isRemembered else {
                    throw conversation.fail(request, isRemembered ? "\(mark) is not true" : "\(mark) is true", again)
                }
                return again.outline
            }
        }
        throw MissingFixture(#"a request that fails as documented: failures["\#(home)"]["\#(probe.endpoint.id)"]"#)
    }
}
