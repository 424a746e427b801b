import CharterRuntime
import Hummingbird

extension APIRoutes {
    /// Answers an endpoint with a value as JSON, of which the handler says the status or header fields too.
    ///
    /// The handler throws ``Refusal`` to answer with a documented error.
    public mutating func reply<Reply: EndpointReply>(
        _ endpoint: APIDescription.Endpoint,
        _ handler: @escaping @Sendable (AuthorizedRequest) async throws -> Reply
    ) where Reply.ReplyBody: JSONWritable {
        let reply = SuccessReply(endpoint, of: api)
        let fields = OwnFields(endpoint, in: api.description)
        add(endpoint) { request in
            let contents = try await handler(request).contents
            var response = try reply.value(contents.body, to: request, status: contents.status)
            try fields.add(contents.headers, to: &response.headers)
            return response
        }
    }

    /// Answers an endpoint without a body, and with the status or header fields that the handler says.
    ///
    /// The handler throws ``Refusal`` to answer with a documented error.
    public mutating func emptyReply<Reply: EndpointReply>(
        _ endpoint: APIDescription.Endpoint,
        _ handler: @escaping @Sendable (AuthorizedRequest) async throws -> Reply
    ) where Reply.ReplyBody == Void {
        let status = endpoint.success.status
        let fields = OwnFields(endpoint, in: api.description)
        add(endpoint) { request in
            let contents = try await handler(request).contents
            var response = Response.empty(status: contents.status ?? status)
            try fields.add(contents.headers, to: &response.headers)
            return response
        }
    }

    /// Answers an endpoint with a page of its list, of which the handler says the status or header fields too.
    ///
    /// The handler throws ``Refusal`` to answer with a documented error.
    public mutating func pageReply<Reply: EndpointReply, Item: JSONWritable & Sendable>(
        _ endpoint: APIDescription.Endpoint,
        _ handler: @escaping @Sendable (AuthorizedRequest) async throws -> Reply
    ) where Reply.ReplyBody == Page<Item> {
        let reply = SuccessReply(endpoint, of: api)
        let fields = OwnFields(endpoint, in: api.description)
        add(endpoint) { request in
            let contents = try await handler(request).contents
            var response = try reply.page(contents.body, to: request, status: contents.status)
            try fields.add(contents.headers, to: &response.headers)
            return response
        }
    }
}
