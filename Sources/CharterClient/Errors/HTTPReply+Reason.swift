import CharterRuntime
import HTTPTypes

extension HTTPReply {
    /// The kind of error in words where the body has none: the phrase that came with the status, which HTTP/2 does not have.
    var reason: String {
        let phrase = head.status.reasonPhrase
        return phrase.isEmpty ? "Status \(head.status.code)" : phrase
    }
}
