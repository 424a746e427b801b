import CharterRuntime
import Hummingbird

extension AuthorizedRequest {
    /// How a request is answered whose handler threw something; nil where that is no outcome: nothing was left of a limit, the caller did not wait for it, or there is no
    /// handler yet.
    func answer(toFailure cause: any Error) -> AnsweredRequest? {
        if cause is CancellationError { return nil }
        let refusal = cause as? Refusal ?? .internalError
        switch refusal.convention {
        case .limitExceeded, .quotaExceeded, .notImplemented: return nil
        case .notFound where endpoint.success.repeatsDeletion: return AnsweredRequest(response: .empty(status: 204))
        default:
            let request = Request(head: exchange.head, body: exchange.content)
            let errors = exchange.api.description.errors
            let isDocumented = (try? refusal.checkDocumented(of: endpoint, errors)) != nil
            let told = isDocumented ? refusal : .internalError
            return AnsweredRequest(response: .refused(told, errors, request, exchange.facts), refusal: told.reason(at: exchange.route))
        }
    }
}
