import CharterRuntime
import CharterServer
import RavenModels
import RavenRoutes
import SampleServers

extension InMemoryRaven {
    func listMessages(_ input: ListMessages.Input, caller: Caller) throws -> Page<Message> {
        let workspace = try workspace(of: caller)
        return try Page(of: workspace.messages, input.page)
    }

    func getMessage(_ input: GetMessage.Input, caller: Caller) throws -> Message {
        try workspace(of: caller).messages.first { $0.id == input.id }.orRefuse(.notFound)
    }

    func sendMessage(_ input: SendMessage.Input, caller: Caller, in transaction: InMemoryTransaction) throws -> Message {
        try change(of: caller) { workspace in
            let message = Message(
                id: newID(),
                channel: input.body.channel,
                to: input.body.to,
                subject: input.body.subject,
                text: input.body.text,
                status: .queued,
                createdAt: Self.now
            )
            workspace.messages.append(message)
            return message
        }
    }
}
