/// The names under which a server tells of requests, the same in logs, metrics and traces: those of OpenTelemetry's semantic conventions where they have one
/// (<https://opentelemetry.io/docs/specs/semconv/http/>).
enum AttributeName {
    static let method = "http.request.method"
    /// The base path and the template of the endpoint's path.
    static let route = "http.route"
    static let status = "http.response.status_code"
    static let path = "url.path"
    /// Seconds.
    static let duration = "http.server.request.duration"
    static let errorType = "error.type"
    static let error = "error"

    /// The identifier that the reply says too.
    static let requestID = "charter.request.id"
    /// The endpoint's id.
    static let endpoint = "charter.endpoint"
    /// Why a request was not granted, by the name of the convention or the endpoint's own code.
    static let refusal = "charter.refusal"
    /// The names of the credentials that the request was let in by.
    static let credential = "charter.credential"
    /// The identifiers of their keys, which open nothing.
    static let keyID = "charter.key.id"
    static let tenant = "charter.tenant"

    /// What stands for whatever is not one of a known set, so that callers cannot make up more of them.
    static let other = "_OTHER"
}
