import CharterRuntime
import HTTPTypes

extension Creation {
    /// What is gone stands in nobody's way: the same can be made again once the first one was deleted.
    func again() throws(MissingFixture) -> Dialogue {
        let (first, second) = (try probe.sufficientRequest(), try probe.sufficientRequest())
        let taken = probe.endpoint.failuresOfTakenValues.map { failure in
            (code: failure.code, refusal: Refusal([(failure.status, failure.code)], of: probe.endpoint, in: probe.api))
        }
        return Dialogue(second, expecting: "the same again, once the first one was deleted") { conversation in
            let made = try await conversation.groundwork(first, "which makes something")
            guard let deletion = probe.deletion(of: made, to: first) else {
                throw MissingFixture("somebody who may delete what \(probe.endpoint.id) makes")
            }
            _ = try await conversation.groundwork(deletion, "which deletes what was made")
            let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
            let reply = try await conversation.reply(to: second, expecting: own)
            if let failure = taken.first(where: { $0.refusal.faults(in: reply, to: second).isEmpty }) {
                throw conversation.fail(second, "it is \(failure.code), and what had these values was deleted", reply)
            }
            return reply.outline
        }
    }
}
