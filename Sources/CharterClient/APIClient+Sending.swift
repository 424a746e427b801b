import CharterRuntime
import HTTPTypes

extension APIClient {
    /// Sends a request and returns the reply if it is the endpoint's success.
    ///
    /// - Throws: ``ClientError``
    func send(_ request: EndpointRequest) async throws(ClientError) -> HTTPReply {
        let reply: HTTPReply
        do {
            let head = try request.head(below: BaseURL(baseURL))
            reply = try await transport.send(head, body: request.body ?? [])
        } catch let error as UnsendableRequest {
            throw .unsendable(error)
        } catch {
            throw .transport(error)
        }
        let success = request.endpoint.success
        if ([success.status] + success.otherStatuses).contains(reply.head.status.code) { return reply }
        throw refusal(in: reply)
    }

    private func refusal(in reply: HTTPReply) -> ClientError {
        let status = reply.head.status.code
        guard (400...599).contains(status), reply.mediaType == api.errors.mediaType.lowercased(),
            let problem = try? api.errors.problem(in: reply)
        else { return .unexpected(reply) }
        return .refused(status: status, problem, reply.head.headerFields)
    }
}
