import CharterRuntime
import HTTPTypes
import Logging
import NIOCore

/// Answers what is refused before its path is known, in an API's form of errors.
struct EarlyRefusal: Sendable {
    private let api: ServedAPI
    private let clock: any ServerClock
    private let logger: Logger
    private let metrics: RequestMetrics

    init(_ api: APIDescription, clock: any ServerClock, logger: Logger) {
        self.api = ServedAPI(api, publicURL: "", secret: .ofThisProcess)
        self.clock = clock
        self.logger = logger
        metrics = RequestMetrics(route: AttributeName.other, endpoint: AttributeName.other)
    }

    /// The reply to a refusal, after which the connection is closed; nil where the API has no status that tells of such a fault.
    func reply(_ refusal: Refusal) -> (head: HTTPResponse, body: ByteBuffer)? {
        let format = api.description.errors
        // None of them is an endpoint's: these are a few names.
        let reason = refusal.convention?.rawValue ?? refusal.code
        var refusal = refusal.worded(by: format)
        let facts = ReplyFacts(api.description, requestID: UniqueID().description, at: clock.now)
        metrics.noteRefusal(reason)
        logger.info(
            "A connection was closed before its request had arrived.",
            metadata: [AttributeName.requestID: "\(facts.requestID)", AttributeName.refusal: "\(reason)"]
        )
        guard let status = format.permitted(refusal.status) else { return nil }
        refusal.status = status
        let body = ErrorBody(refusal: refusal, method: .init(AttributeName.other) ?? .get, path: "/", facts: facts).bytes(format)
        var head = HTTPResponse(status: .init(code: status))
        head.headerFields = refusal.headers
        head.headerFields[.contentType] = format.mediaType
        head.headerFields[.contentLength] = String(body.count)
        head.headerFields[.connection] = "close"
        head.headerFields[.date] = clock.now.httpDate
        head.headerFields.addConventions(of: api, nil, facts)
        return (head, ByteBuffer(bytes: body))
    }
}
