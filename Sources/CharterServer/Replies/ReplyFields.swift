import CharterRuntime
import HTTPTypes

/// The header fields that the API's conventions put into replies.
struct ReplyFields: Sendable {
    let api: APIDescription
    let facts: ReplyFacts

    /// Adds the fields of every reply: those that the API names, and `X-Request-Id` where it names none for the request's identifier.
    func addCommon(to fields: inout HTTPFields) {
        var named = api.responseHeaders
        if !named.values.contains(.requestID) { named["X-Request-Id"] = .requestID }
        for (text, value) in named {
            guard let name = HTTPField.Name(text) else { continue }
            // RFC 9110 §6.6.1 gives `Date` a form of its own.
            fields[name] = name == .date && value == .time ? facts.time.httpDate : facts.text(of: value)
        }
    }

    /// Adds what tells callers that an endpoint goes away: `Deprecation` (RFC 9745 §2) and `Sunset` (RFC 8594 §3).
    func addDeprecation(_ deprecation: APIDescription.Deprecation, to fields: inout HTTPFields) {
        if let since = deprecation.since.flatMap(Timestamp.init(day:)), let name = HTTPField.Name("Deprecation") {
            fields[name] = "@\(since.secondsSinceEpoch)"
        }
        if let sunset = deprecation.sunset.flatMap(Timestamp.init(day:)), let name = HTTPField.Name("Sunset") {
            fields[name] = sunset.httpDate
        }
    }
}
