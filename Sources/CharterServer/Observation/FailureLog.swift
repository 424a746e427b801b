import CharterRuntime
import HTTPTypes
import Hummingbird
import Logging

/// Logs what fails while a request is answered, of which its caller is told nothing.
struct FailureLog {
    let api: ServedAPI
    let request: Request
    let facts: ReplyFacts
    let logger: Logger

    /// The longest cause that is logged, in code points: enough to find it, and no more than a line of a log should have.
    static let longestCause = 2_048

    /// Logs an error with its cause, which may hold anything that somebody sent: without secrets, without line ends, and cut.
    func note(_ message: Logger.Message, _ cause: any Error) {
        let metadata: Logger.Metadata = [
            AttributeName.requestID: "\(facts.requestID)",
            AttributeName.method: "\(request.method.boundedName)",
            AttributeName.path: "\(api.redaction.url(request.uri.path).logged)",
            AttributeName.error: "\(api.redaction.cause(cause))",
        ]
        logger.error(message, metadata: metadata)
    }

    /// Logs a refusal by which its caller is told that the server has failed: 500, whatever it would be elsewhere.
    func note(_ refusal: Refusal, of endpoint: String?, _ format: APIDescription.ErrorFormat) {
        guard refusal.worded(by: format).status == 500 else { return }
        note("A request failed.", RefusedAsFailure(refusal: refusal, endpoint: endpoint))
    }

    /// Logs that a call failed as it did before.
    func note(_ replay: ReplayedRefusal) {
        guard replay.answer.response.status.code == 500 else { return }
        note("A call that had failed was made again, and answered as before.", replay)
    }
}

extension Redaction {
    /// An error as a log can take it: whatever it says of a request, its secrets are hidden, and it stays one line of bounded length.
    func cause(_ error: any Error) -> String {
        text(String(reflecting: error)).logged(atMost: FailureLog.longestCause)
    }
}
