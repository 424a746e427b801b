import CharterRuntime
import HTTPTypes

/// The replies by which an API says that a limit is used up.
struct LimitRefusals: Sendable {
    private let answers: [(status: Int, code: String)]
    private let body: APIDescription.ErrorValue

    init(of api: APIDescription) {
        answers = [Problem.Code.limitExceeded, .quotaExceeded].map { (api.errors.status(of: $0), api.errors.text(of: $0)) }
        body = api.errors.body
    }

    /// Whether a reply says so: by 429 (RFC 6585 §4), or by a status of the API's own, which other faults may have too.
    ///
    /// Then the code tells them apart, or `Retry-After` where bodies have no code.
    func contains(_ reply: HTTPReply) -> Bool {
        let status = reply.head.status.code
        if status == 429 { return true }
        let codes = answers.filter { $0.status == status }.map(\.code)
        guard !codes.isEmpty else { return false }
        guard body.hasCode else { return reply.retryAfter != nil }
        let value = try? JSONCoding.decode(JSONValue.self, from: reply.body)
        return value?.code(as: body).map(codes.contains) ?? false
    }
}
