import CharterRuntime
import HTTPTypes

extension Creation {
    /// What is gone stands in nobody's way: the same can be made again once the first one was deleted.
    func again() throws(MissingFixture) -> Dialogue {
        let (first, second) = (try probe.sufficientRequest(), try probe.sufficientRequest())
        return Dialogue(second, expecting: "the same again, once the first one was deleted") { conversation in
            let made = try await conversation.groundwork(first, "which makes something")
            guard let deletion = probe.deletion(of: made, to: first) else {
                throw MissingFixture("somebody who may delete what \(probe.endpoint.id) makes")
            }
            _ = try await conversation.groundwork(deletion, "which deletes what was made")
            return try await conversation.reply(to: second, whereFree: "what had these values was deleted", probe).outline
        }
    }
}
