import CharterRuntime
import Hummingbird

extension APIRoutes {
    /// Answers an endpoint with a value as JSON, of which the handler says the status or header fields too.
    ///
    /// The handler throws ``Refusal`` to answer with a documented error.
    public mutating func reply<Reply: EndpointReply>(
        _ endpoint: APIDescription.Endpoint,
        _ handler: @escaping @Sendable (AuthorizedRequest) async throws -> Reply
    ) where Reply.ReplyBody: Encodable {
        let api = api
        add(endpoint) { request in
            let contents = try await handler(request).contents
            let response = try SuccessReply(api: api, request: request, status: contents.status).value(contents.body)
            return try response.adding(contents.headers, of: endpoint, in: api)
        }
    }

    /// Answers an endpoint without a body, and with the status or header fields that the handler says.
    ///
    /// The handler throws ``Refusal`` to answer with a documented error.
    public mutating func emptyReply<Reply: EndpointReply>(
        _ endpoint: APIDescription.Endpoint,
        _ handler: @escaping @Sendable (AuthorizedRequest) async throws -> Reply
    ) where Reply.ReplyBody == Void {
        let api = api
        add(endpoint) { request in
            let contents = try await handler(request).contents
            let response = Response.empty(status: contents.status ?? endpoint.success.status)
            return try response.adding(contents.headers, of: endpoint, in: api)
        }
    }

    /// Answers an endpoint with a page of its list, of which the handler says the status or header fields too.
    ///
    /// The handler throws ``Refusal`` to answer with a documented error.
    public mutating func pageReply<Reply: EndpointReply, Item: Encodable & Sendable>(
        _ endpoint: APIDescription.Endpoint,
        _ handler: @escaping @Sendable (AuthorizedRequest) async throws -> Reply
    ) where Reply.ReplyBody == Page<Item> {
        let api = api
        add(endpoint) { request in
            let contents = try await handler(request).contents
            let response = try SuccessReply(api: api, request: request, status: contents.status).page(contents.body)
            return try response.adding(contents.headers, of: endpoint, in: api)
        }
    }
}
