import CharterRuntime
import CharterServer
import CobuntuModels
import CobuntuRoutes

extension CobuntuService {
    package func sendBroadcast(_ input: SendBroadcast.Input, caller: Caller, in transaction: Transaction) async throws -> Broadcast {
        try await storage.community(input.tag, in: transaction).send(input.body, by: caller.keyID ?? "", at: clock.now)
    }

    /// Sends a broadcast from the admin side, which shares the limit of the API's callers.
    ///
    /// - Parameters:
    ///   - tag: The community.
    ///   - sender: Who has it sent.
    /// - Throws: the failures of ``sendBroadcast(_:caller:in:)``, and the one of a limit of which nothing is left.
    package func sendBroadcast(_ broadcast: BroadcastCreate, in tag: String, by sender: String) async throws -> Broadcast {
        let (storage, clock) = (storage, clock)
        return try await storage.withTransaction { transaction in
            try await LimitCounting(.cobuntu, clock: clock).count("broadcasts", tenant: tag, in: transaction)
            return try await storage.community(tag, in: transaction).send(broadcast, by: sender, at: clock.now)
        }
    }
}

extension CommunityChanging {
    /// Accepts a broadcast: it and the e-mails that are to go out stand in the storage together, or not at all.
    fileprivate func send(_ new: BroadcastCreate, by sender: String, at now: Timestamp) async throws -> Broadcast {
        let count = try await memberCount(ofSegment: new.segmentId).orRefuse(SendBroadcast.Failure.segmentUnknown)
        guard count > 0 else { throw SendBroadcast.Failure.segmentEmpty }
        let broadcast = Broadcast(
            id: UniqueID(),
            segmentId: new.segmentId,
            subject: new.subject,
            text: new.text,
            html: new.html,
            replyTo: new.replyTo,
            status: .queued,
            recipientCount: count,
            createdAt: now
        )
        try await insert(broadcast, sentBy: sender)
        return broadcast
    }
}
