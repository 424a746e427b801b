import CharterRuntime
import HTTPTypes

extension HTTPFields {
    /// Adds the fields of every reply, and those of the endpoint that answered.
    mutating func addConventions(of api: ServedAPI, _ route: Route?, _ facts: ReplyFacts) {
        for (name, value) in api.replyFields {
            // RFC 9110 §6.6.1 gives `Date` a form of its own.
            self[name] = name == .date && value == .time ? facts.time.httpDate : facts.text(of: value)
        }
        if let fields = route?.deprecationFields, !fields.isEmpty {
            for field in fields { self[field.name] = field.value }
        }
    }
}
