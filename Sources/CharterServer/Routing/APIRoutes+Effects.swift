public import CharterRuntime
import Hummingbird

// Endpoints whose effects are kept: see `APIDescription.keepsEffects(of:)`.
//
// A handler gets what `input` reads from the request, the request, and the transaction in which it writes what it does. `payload` is the part of the input that stands
// in the request's body, by which another call under the same idempotency key is known. Handlers throw ``Refusal`` to answer with a documented error; whatever they
// throw undoes the transaction.
extension APIRoutes {
    /// Answers an endpoint whose effects are kept with a value as JSON.
    public mutating func value<Input: Sendable, Store: EffectStore>(
        _ endpoint: APIDescription.Endpoint,
        _ input: @escaping @Sendable (AuthorizedRequest) throws -> Input,
        payload: (@Sendable (Input) -> any JSONWritable)? = nil,
        in store: Store,
        _ handler: @escaping @Sendable (Input, AuthorizedRequest, Store.Transaction) async throws -> some JSONWritable & Sendable
    ) {
        let reply = SuccessReply(endpoint, of: api)
        add(endpoint, input, payload, in: store) { input, request, transaction in
            try reply.value(await handler(input, request, transaction), to: request)
        }
    }

    /// Answers an endpoint whose effects are kept without a body.
    public mutating func empty<Input: Sendable, Store: EffectStore>(
        _ endpoint: APIDescription.Endpoint,
        _ input: @escaping @Sendable (AuthorizedRequest) throws -> Input,
        payload: (@Sendable (Input) -> any JSONWritable)? = nil,
        in store: Store,
        _ handler: @escaping @Sendable (Input, AuthorizedRequest, Store.Transaction) async throws -> Void
    ) {
        let status = endpoint.success.status
        add(endpoint, input, payload, in: store) { input, request, transaction in
            try await handler(input, request, transaction)
            return .empty(status: status)
        }
    }

    /// Answers an endpoint whose effects are kept with a page of its list.
    public mutating func page<Input: Sendable, Store: EffectStore, Item: JSONWritable & Sendable>(
        _ endpoint: APIDescription.Endpoint,
        _ input: @escaping @Sendable (AuthorizedRequest) throws -> Input,
        payload: (@Sendable (Input) -> any JSONWritable)? = nil,
        in store: Store,
        _ handler: @escaping @Sendable (Input, AuthorizedRequest, Store.Transaction) async throws -> Page<Item>
    ) {
        let reply = SuccessReply(endpoint, of: api)
        add(endpoint, input, payload, in: store) { input, request, transaction in
            try reply.page(await handler(input, request, transaction), to: request)
        }
    }

    /// Answers an endpoint whose effects are kept with a value as JSON, of which the handler says the status or header fields too.
    public mutating func reply<Input: Sendable, Store: EffectStore, Reply: EndpointReply>(
        _ endpoint: APIDescription.Endpoint,
        _ input: @escaping @Sendable (AuthorizedRequest) throws -> Input,
        payload: (@Sendable (Input) -> any JSONWritable)? = nil,
        in store: Store,
        _ handler: @escaping @Sendable (Input, AuthorizedRequest, Store.Transaction) async throws -> Reply
    ) where Reply.ReplyBody: JSONWritable {
        let reply = SuccessReply(endpoint, of: api)
        let fields = OwnFields(endpoint, in: api.description)
        add(endpoint, input, payload, in: store) { input, request, transaction in
            let contents = try await handler(input, request, transaction).contents
            var response = try reply.value(contents.body, to: request, status: contents.status)
            try fields.add(contents.headers, to: &response.headers)
            return response
        }
    }

    /// Answers an endpoint whose effects are kept without a body, and with the status or header fields that the handler says.
    public mutating func emptyReply<Input: Sendable, Store: EffectStore, Reply: EndpointReply>(
        _ endpoint: APIDescription.Endpoint,
        _ input: @escaping @Sendable (AuthorizedRequest) throws -> Input,
        payload: (@Sendable (Input) -> any JSONWritable)? = nil,
        in store: Store,
        _ handler: @escaping @Sendable (Input, AuthorizedRequest, Store.Transaction) async throws -> Reply
    ) where Reply.ReplyBody == Void {
        let status = endpoint.success.status
        let fields = OwnFields(endpoint, in: api.description)
        add(endpoint, input, payload, in: store) { input, request, transaction in
            let contents = try await handler(input, request, transaction).contents
            var response = Response.empty(status: contents.status ?? status)
            try fields.add(contents.headers, to: &response.headers)
            return response
        }
    }

    /// Answers an endpoint whose effects are kept with a page of its list, of which the handler says the status or header fields too.
    public mutating func pageReply<Input: Sendable, Store: EffectStore, Reply: EndpointReply, Item: JSONWritable & Sendable>(
        _ endpoint: APIDescription.Endpoint,
        _ input: @escaping @Sendable (AuthorizedRequest) throws -> Input,
        payload: (@Sendable (Input) -> any JSONWritable)? = nil,
        in store: Store,
        _ handler: @escaping @Sendable (Input, AuthorizedRequest, Store.Transaction) async throws -> Reply
    ) where Reply.ReplyBody == Page<Item> {
        let reply = SuccessReply(endpoint, of: api)
        let fields = OwnFields(endpoint, in: api.description)
        add(endpoint, input, payload, in: store) { input, request, transaction in
            let contents = try await handler(input, request, transaction).contents
            var response = try reply.page(contents.body, to: request, status: contents.status)
            try fields.add(contents.headers, to: &response.headers)
            return response
        }
    }

    private mutating func add<Input: Sendable, Store: EffectStore>(
        _ endpoint: APIDescription.Endpoint,
        _ input: @escaping @Sendable (AuthorizedRequest) throws -> Input,
        _ payload: (@Sendable (Input) -> any JSONWritable)?,
        in store: Store,
        _ respond: @escaping @Sendable (Input, AuthorizedRequest, Store.Transaction) async throws -> Response
    ) {
        let run = effectRun
        append(endpoint) { request in
            // Read first: a request that cannot be read needs no transaction.
            let input = try input(request)
            return try await run.answer(to: request, body: payload?(input), in: store) { try await respond(input, request, $0) }
        }
    }
}
