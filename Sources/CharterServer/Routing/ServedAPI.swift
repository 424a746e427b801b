import CharterRuntime
import HTTPTypes

/// An API as this server serves it, with what follows from its description worked out once.
final class ServedAPI: Sendable {
    let description: APIDescription
    /// The base URL at which callers reach the API, without a slash at its end.
    let publicURL: String
    /// What cursors of lists and remembered answers are sealed with.
    let secret: ServerSecret
    /// The names of query parameters that hold credentials.
    let secretParameters: Set<String>
    /// What makes texts of requests that can be logged.
    let redaction: Redaction
    /// What bodies may have beside what their schemas say.
    let strictness: APIDescription.BodyStrictness
    /// The digits behind the seconds of instants in replies; nil for as many as each needs.
    let fractionDigits: Int?
    /// The header fields of every reply: those that the API names, and `X-Request-Id` where it names none for the request's identifier.
    let replyFields: [(name: HTTPField.Name, value: APIDescription.ResponseValue)]

    init(_ description: APIDescription, publicURL: String, secret: ServerSecret) {
        self.description = description
        self.publicURL = publicURL
        self.secret = secret
        secretParameters = description.secretParameters
        redaction = Redaction(description)
        var strictness = APIDescription.BodyStrictness()
        strictness.unknownFields = description.requests.unknownFields
        strictness.refusesDuplicates = true
        strictness.spellings = MemberSpellings(description)
        self.strictness = strictness
        fractionDigits = description.json.timestamps.digits
        var named = description.responseHeaders
        if !named.values.contains(.requestID) { named["X-Request-Id"] = .requestID }
        replyFields = named.sorted { $0.key < $1.key }.compactMap { text, value in HTTPField.Name(text).map { ($0, value) } }
    }
}
