import CharterRuntime
import Foundation
import Hummingbird

/// The endpoints of an API with what answers them, to be mounted on a Hummingbird router.
///
/// Every request passes the checks that the API's description asks for before it reaches a handler.
public struct APIRoutes: Sendable {
    let api: ServedAPI
    /// The path in front of every endpoint, or the empty text.
    let basePath: String
    private(set) var routes: [Route] = []
    /// Where the API describes itself, and how.
    var document: ServedDocument?
    let stages: RequestStages
    /// What runs calls whose effects are kept.
    private(set) var effectRun: EffectRun
    private var times: CallTimes
    private let clock: any ServerClock
    let address: ClientAddress
    /// What lets the time of `requests.time` pass, and the times for which calls wait; set it before routes are added.
    var sleep: @Sendable (Duration) async throws -> Void {
        get { times.sleep }
        set {
            times.sleep = newValue
            effectRun = EffectRun(api: api, counting: stages.counting, quotas: stages.quotas, times: times)
        }
    }
    /// What the duration of requests is taken by.
    var stopwatch: @Sendable () -> ContinuousClock.Instant = { .now }

    /// Creates an API without routes.
    ///
    /// - Parameters:
    ///   - api: What the API documents.
    ///   - keys: Where the keys of callers are looked up.
    ///   - tokens: What verifies the tokens of callers; needed where a credential of the API is a token.
    ///   - tenants: What knows which tenants are suspended and what they subscribe to; needed where the API suspends some, and where limits go by plans or bills.
    ///   - server: The name of the server, among those of the description, as which this one serves; the first by default. It decides
    ///     below which path, and which keys are valid where those of different environments are told apart.
    ///   - publicURL: The base URL at which callers reach the API, where it is not that of `server`: the links of pages begin with it.
    ///     What requests say of scheme and host is not believed.
    ///   - secret: What the cursors of lists, and the answers of calls that may be repeated, are sealed with. Give one where several
    ///     processes serve the API, or where either must survive a restart; the default is made by chance and lasts as long as the process.
    ///   - callWait: How long a call that is repeated waits in this process for the first one to be answered, before it is answered 409.
    ///   - transactionTime: How long a call may wait for its transaction, and have it open; then it is cancelled, undone and answered 500. Nil for as long as it takes.
    ///   - maximumBodySize: The largest number of bytes that the body of any request may have; as the API documents by default.
    ///   - clock: The clock by which keys expire, limits are counted and replies are dated.
    ///   - throttles: Where throttles are counted; by default in this process. Several processes that serve one API share a store.
    ///   - quotas: Where quotas are counted that count requests, so that they survive the process; needed where the API has such quotas.
    ///   - address: How the network address of callers is known, by which some limits count; by default that of the connection.
    /// - Precondition: The description has a server of that name, and where it lists its error statuses, that of its own failures is one of them.
    ///   `publicURL` is an absolute URL of HTTP, as in `https://api.example/v1`.
    public init(
        _ api: APIDescription,
        keys: any KeyStore,
        tokens: (any TokenVerifier)? = nil,
        tenants: (any TenantDirectory)? = nil,
        server: String? = nil,
        publicURL: String? = nil,
        secret: ServerSecret = .ofThisProcess,
        callWait: Duration = .seconds(30),
        transactionTime: Duration? = .seconds(30),
        maximumBodySize: Int? = nil,
        clock: any ServerClock = SystemClock(),
        throttles: (any LimitStore)? = nil,
        quotas: (any LimitStore)? = nil,
        address: ClientAddress = .ofConnection
    ) {
        let served = api.servers.first { server == nil || $0.name == server }
        precondition(server == nil || served != nil, "the API has no server of the name '\(server ?? "")'")
        precondition(
            api.errors.permits(api.errors.status(of: .internalError)),
            "the API lists its error statuses, and has none for 'internal-error'"
        )
        if let publicURL, !publicURL.isBaseURL {
            fatalError("'\(publicURL)' is no base of links: say scheme and host, without query and fragment, as in https://api.example/v1")
        }
        basePath = served?.basePath ?? ""
        let url = publicURL ?? served?.url ?? ""
        self.api = ServedAPI(api, publicURL: url.hasSuffix("/") ? String(url.dropLast()) : url, secret: secret)
        let environment = served?.environment
        let verification = CredentialVerification(api: api, keys: keys, tokens: tokens, environment: environment, now: { clock.now })
        let counting = LimitCounting(api, clock: clock, tenants: tenants)
        stages = RequestStages(
            api: api,
            verification: verification,
            tenants: tenants,
            maximumBodySize: maximumBodySize,
            counting: counting,
            throttles: throttles ?? InMemoryLimitStore(clock: clock),
            quotas: quotas
        )
        times = CallTimes(turn: callWait, transaction: transactionTime)
        effectRun = EffectRun(api: self.api, counting: counting, quotas: quotas, times: times)
        self.clock = clock
        self.address = address
    }

    /// Answers an endpoint with a page of its list.
    ///
    /// The handler throws ``Refusal`` to answer with a documented error.
    public mutating func page<Item: JSONWritable & Sendable>(
        _ endpoint: APIDescription.Endpoint,
        _ handler: @escaping @Sendable (AuthorizedRequest) async throws -> Page<Item>
    ) {
        let reply = SuccessReply(endpoint, of: api)
        add(endpoint) { request in try reply.page(await handler(request), to: request) }
    }

    /// Answers an endpoint with a value as JSON.
    ///
    /// The handler throws ``Refusal`` to answer with a documented error.
    public mutating func value(
        _ endpoint: APIDescription.Endpoint,
        _ handler: @escaping @Sendable (AuthorizedRequest) async throws -> some JSONWritable & Sendable
    ) {
        let reply = SuccessReply(endpoint, of: api)
        add(endpoint) { request in try reply.value(await handler(request), to: request) }
    }

    /// Answers an endpoint without a body.
    ///
    /// The handler throws ``Refusal`` to answer with a documented error.
    public mutating func empty(
        _ endpoint: APIDescription.Endpoint,
        _ handler: @escaping @Sendable (AuthorizedRequest) async throws -> Void
    ) {
        let status = endpoint.success.status
        add(endpoint) { request in
            try await handler(request)
            return .empty(status: status)
        }
    }

    /// Adds an endpoint that has no effects to keep.
    mutating func add(
        _ endpoint: APIDescription.Endpoint,
        _ respond: @escaping @Sendable (AuthorizedRequest) async throws -> Response
    ) {
        precondition(
            !api.description.keepsEffects(of: endpoint),
            "calls of '\(endpoint.id)' can be repeated, or are counted by what they do: say 'in:' which store"
        )
        append(endpoint, respond)
    }

    mutating func append(
        _ endpoint: APIDescription.Endpoint,
        _ respond: @escaping @Sendable (AuthorizedRequest) async throws -> Response
    ) {
        routes.append(Route(endpoint, in: api.description, below: basePath, respond))
    }

    /// What answers the requests of the routes so far.
    var dispatcher: Dispatcher {
        Dispatcher(
            api: api,
            table: RouteTable(routes),
            stages: stages.ordered,
            counting: stages.counting,
            address: address,
            timeLimit: api.description.requests.seconds.map { TimeLimit(time: .seconds($0), sleep: sleep) },
            crossOrigin: CrossOrigin(api.description, environment: stages.verification.environment),
            stopwatch: stopwatch
        )
    }
}

extension String {
    /// Whether it is a URL of HTTP to which a path can be added.
    var isBaseURL: Bool {
        guard let parts = URLComponents(string: self), let scheme = parts.scheme?.lowercased() else { return false }
        return ["http", "https"].contains(scheme) && parts.host?.isEmpty == false && parts.query == nil && parts.fragment == nil
    }
}
