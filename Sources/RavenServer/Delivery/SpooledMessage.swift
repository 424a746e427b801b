import CharterRuntime
import RavenModels

/// A message as it lies in the spool.
struct SpooledMessage: JSONWritable {
    private let outgoing: OutgoingMessage

    init(_ outgoing: OutgoingMessage) {
        self.outgoing = outgoing
    }

    func write(to json: inout JSONWriter) {
        let message = outgoing.message
        json.openObject()
        json.member("id", message.id)
        json.member("tenant", outgoing.tenant)
        json.member("channel", message.channel)
        json.member("to", message.to)
        json.member("subject", message.subject)
        json.member("text", message.text)
        json.member("createdAt", message.createdAt)
        json.closeObject()
    }
}
