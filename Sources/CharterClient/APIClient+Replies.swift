public import CharterRuntime
import HTTPTypes

extension APIClient {
    /// Calls an endpoint and returns what its success body holds, with its status and its header fields.
    ///
    /// - Parameters:
    ///   - endpoint: An endpoint whose success has a body that is not paged.
    ///   - path: The values of its path parameters.
    ///   - query: The values of its query parameters.
    ///   - headers: The values of its header parameters.
    ///   - idempotencyKey: What tells this call from others where the endpoint can be repeated safely; nil for a fresh UUID.
    ///   - body: What to send; nil where the endpoint takes no body.
    /// - Throws: ``ClientError``
    public func reply<Reply: EndpointReply>(
        of endpoint: APIDescription.Endpoint,
        path: PathValues = [:],
        query: QueryValues = [:],
        headers: HeaderValues = [:],
        idempotencyKey: String? = nil,
        body: (any JSONWritable & Sendable)? = nil
    ) async throws(ClientError) -> Reply where Reply.ReplyBody: JSONReadable {
        let arguments = CallArguments(path: path, query: query, headers: headers, idempotencyKey: idempotencyKey, body: body)
        let reply = try await send(try request(to: endpoint, arguments))
        do {
            let value = try JSONCoding.decode(Reply.ReplyBody.self, from: reply.body, at: resultMember(of: endpoint))
            return try Reply(contents(of: reply, from: endpoint, body: value))
        } catch {
            throw .undecodable(error, reply)
        }
    }

    /// Calls an endpoint whose success has no body, and returns its status and its header fields.
    ///
    /// - Parameters:
    ///   - endpoint: The endpoint.
    ///   - path: The values of its path parameters.
    ///   - query: The values of its query parameters.
    ///   - headers: The values of its header parameters.
    ///   - idempotencyKey: What tells this call from others where the endpoint can be repeated safely; nil for a fresh UUID.
    ///   - body: What to send; nil where the endpoint takes no body.
    /// - Throws: ``ClientError``
    public func emptyReply<Reply: EndpointReply>(
        of endpoint: APIDescription.Endpoint,
        path: PathValues = [:],
        query: QueryValues = [:],
        headers: HeaderValues = [:],
        idempotencyKey: String? = nil,
        body: (any JSONWritable & Sendable)? = nil
    ) async throws(ClientError) -> Reply where Reply.ReplyBody == Void {
        let arguments = CallArguments(path: path, query: query, headers: headers, idempotencyKey: idempotencyKey, body: body)
        let reply = try await send(try request(to: endpoint, arguments))
        do {
            return try Reply(contents(of: reply, from: endpoint, body: ()))
        } catch {
            throw .undecodable(error, reply)
        }
    }

    private func contents<Body>(of reply: HTTPReply, from endpoint: APIDescription.Endpoint, body: Body) -> ReplyContents<Body> {
        var headers: [String: [String]] = [:]
        for parameter in endpoint.success.headers {
            headers[parameter.name] = api.texts(of: parameter, in: reply.head.headerFields)
        }
        return ReplyContents(body: body, status: reply.head.status.code, headers: headers)
    }
}
