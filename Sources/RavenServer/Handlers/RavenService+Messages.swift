public import CharterRuntime
public import CharterServer
public import RavenModels
public import RavenRoutes

extension RavenService {
    /// What the caller's tenant sent, the newest first.
    public func listMessages(_ input: ListMessages.Input, caller: Caller) async throws -> Page<Message> {
        try await storage.messages(of: caller.ownTenant, input.page)
    }

    /// One message, and how far it has come.
    public func getMessage(_ input: GetMessage.Input, caller: Caller) async throws -> Message {
        try await storage.message(input.id, of: caller.ownTenant).found()
    }

    /// Accepts a message; it is delivered once the transaction is committed.
    public func sendMessage(_ input: SendMessage.Input, caller: Caller, in transaction: Transaction) async throws -> Message {
        let message = Message(
            id: UniqueID(),
            channel: input.body.channel,
            to: input.body.to,
            subject: input.body.subject,
            text: input.body.text,
            status: .queued,
            createdAt: now
        )
        try await transaction.insert(message, of: caller.ownTenant)
        return message
    }
}
