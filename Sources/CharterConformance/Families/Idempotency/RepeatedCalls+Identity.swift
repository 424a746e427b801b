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
}
