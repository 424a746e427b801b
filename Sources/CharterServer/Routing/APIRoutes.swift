import CharterRuntime
import Hummingbird

/// The endpoints of an API with what answers them, to be mounted on a Hummingbird router.
///
/// Every request passes the checks that the API's description asks for before it reaches a handler.
public struct APIRoutes: Sendable {
    let api: APIDescription
    private(set) var routes: [Route] = []
    private let stages: [any RequestStage]

    /// Creates an API without routes.
    ///
    /// - Parameters:
    ///   - api: What the API documents.
    ///   - keys: Where the keys of callers are looked up.
    ///   - maximumBodySize: The largest number of bytes that the body of a request may have.
    ///   - now: The clock by which keys expire.
    public init(
        _ api: APIDescription,
        keys: any KeyStore,
        maximumBodySize: Int = 1_048_576,
        now: @escaping @Sendable () -> Timestamp = { .now() }
    ) {
        self.api = api
        // The order in which a request is judged; the first refusal is the answer.
        stages = [
            Authentication(api: api, keys: keys, now: now),
            KeyKindAuthorization(),
            ScopeAuthorization(api: api),
            TenantIsolation(tenancy: api.tenancy),
            BodyCollection(maximum: maximumBodySize),
            MediaTypeCheck(),
            RequestValidation(api: api),
        ]
    }

    /// Answers an endpoint with a page of its list.
    ///
    /// The handler throws ``Refusal`` to answer with a documented error.
    public mutating func page<Item: Encodable & Sendable>(
        _ endpoint: APIDescription.Endpoint,
        _ handler: @escaping @Sendable (AuthorizedRequest) async throws -> Page<Item>
    ) {
        add(endpoint) { request in
            let page = try await handler(request)
            guard let members = endpoint.paging?.members else { throw UndescribedName(name: "paging", endpoint: endpoint.id) }
            return try .json(PageBody(page: page, request: request.offsetPage, members: members), status: endpoint.success.status)
        }
    }

    /// Answers an endpoint with a value as JSON.
    ///
    /// The handler throws ``Refusal`` to answer with a documented error.
    public mutating func value(
        _ endpoint: APIDescription.Endpoint,
        _ handler: @escaping @Sendable (AuthorizedRequest) async throws -> some Encodable & Sendable
    ) {
        add(endpoint) { request in try .json(await handler(request), status: endpoint.success.status) }
    }

    /// Answers an endpoint without a body.
    ///
    /// The handler throws ``Refusal`` to answer with a documented error.
    public mutating func empty(
        _ endpoint: APIDescription.Endpoint,
        _ handler: @escaping @Sendable (AuthorizedRequest) async throws -> Void
    ) {
        add(endpoint) { request in
            try await handler(request)
            return .empty(status: endpoint.success.status)
        }
    }

    private mutating func add(
        _ endpoint: APIDescription.Endpoint,
        _ respond: @escaping @Sendable (AuthorizedRequest) async throws -> Response
    ) {
        routes.append(Route(endpoint: endpoint, respond: respond))
    }

    /// What answers the requests of the routes so far.
    var dispatcher: Dispatcher {
        Dispatcher(errors: api.errors, table: RouteTable(routes), stages: stages)
    }
}
