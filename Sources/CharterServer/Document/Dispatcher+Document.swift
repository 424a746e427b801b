import CharterRuntime
import Hummingbird

extension Dispatcher {
    /// Answers a request for the API's document: without a credential, and outside of limits and versions.
    func describe(_ document: ServedDocument, to request: Request, _ context: some RequestContext) async -> Response {
        let facts = ReplyFacts(api.description, requestID: context.requestID, at: counting.clock.now)
        return await observed(request, at: document.metrics, facts: facts, context) { _ in
            var response: Response
            var reason: String?
            do throws(Refusal) {
                response = try document.reply(to: request, api.description.requests)
            } catch {
                let log = FailureLog(api: api, request: request, facts: facts, logger: context.logger)
                let refusal = refusal(for: error, log)
                reason = refusal.reason(at: nil)
                response = .refused(refusal, api.description.errors, request, facts)
            }
            response.headers.addConventions(of: api, nil, facts)
            return AnsweredRequest(response: response, refusal: reason)
        }
    }
}
