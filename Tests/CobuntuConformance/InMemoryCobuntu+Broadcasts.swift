import CharterRuntime
import CharterServer
import CobuntuModels
import CobuntuRoutes

extension InMemoryCobuntu {
    func sendBroadcast(_ input: SendBroadcast.Input, caller: Caller, in transaction: InMemoryTransaction) throws -> Broadcast {
        let new = input.body
        return try change(input.tag) { community in
            let index = try community.segmentIndex(new.segmentId, orRefuse: SendBroadcast.Failure.segmentUnknown)
            let recipients = community.segments[index].people.count
            guard recipients > 0 else { throw SendBroadcast.Failure.segmentEmpty }
            let broadcast = Broadcast(
                id: newID(),
                segmentId: new.segmentId,
                subject: new.subject,
                text: new.text,
                html: new.html,
                replyTo: new.replyTo,
                status: .queued,
                recipientCount: recipients,
                createdAt: Self.now
            )
            community.broadcasts.append(broadcast)
            return broadcast
        }
    }
}
