import CharterRuntime

/// What a server says of a reply by itself, the same in header fields, body and log.
struct ReplyFacts: Sendable {
    /// The identifier of the request.
    let requestID: String
    /// The version that answers.
    var version: String
    /// The day of the documentation that is served; empty where the API does not say.
    let revision: String
    /// When the request was answered.
    let time: Timestamp
    /// The precision of instants.
    let precision: APIDescription.JSONStyle.Precision

    /// A value that conventions put into replies, as text.
    func text(of value: APIDescription.ResponseValue) -> String {
        switch value {
        case .requestID: requestID
        case .version: version
        case .revision: revision
        case .time: time.text(precision)
        case .text(let text): text
        }
    }
}

extension ReplyFacts {
    /// What is said where a request chooses no version.
    init(_ api: APIDescription, requestID: String, at time: Timestamp) {
        self.init(
            requestID: requestID,
            version: api.versioning?.current ?? api.version,
            revision: api.revision ?? "",
            time: time,
            precision: api.json.timestamps
        )
    }
}
