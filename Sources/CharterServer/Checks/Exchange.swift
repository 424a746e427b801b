import CharterRuntime
import HTTPTypes
import Hummingbird

/// A request on its way through the stages, with what they have found out so far.
struct Exchange: Sendable {
    let api: ServedAPI
    let route: Route
    let head: HTTPRequest
    /// The body as it arrives; ``BodyCollection`` reads it.
    let content: RequestBody
    /// The segments of the path below the base path, still encoded.
    private let parts: [Substring]
    let path: PathValues
    let query: QueryValues
    /// What a reply can say without its handler.
    let facts: ReplyFacts
    /// The limits that were asked so far; whoever counts something adds how the caller stands then.
    let limits: RequestLimits
    /// The network address that the request came from, looked up when it is asked for; nil where no limit can need it.
    let address: (@Sendable () -> NetworkAddress?)?
    /// Set by ``Authentication``.
    var caller = Caller.anonymous
    /// The credentials that the request was let in by, each with whom it speaks for; set by ``Authentication``.
    var presented: [PresentedCredential] = []
    /// Set by ``TenantIsolation``.
    var tenant: String?
    /// Set by ``BodyCollection``; ``RequestValidation`` makes it the JSON that the endpoint takes, however it was sent.
    var body: [UInt8] = []
    /// Whether ``BodyCollection`` has read the body.
    var isCollected = false
    /// Set by ``RequestValidation``.
    var parameters = ParameterValues()
    /// Set by ``RequestValidation`` where the endpoint is paged.
    var page: RequestedPage?
    /// Set by ``IdempotencyKeyCheck``.
    var idempotencyKey: String?
    /// The stages on whose findings others build, as far as they have let the request pass.
    var passed = PassedStages()

    typealias Stage = APIDescription.RequestRules.Stage

    init(
        api: ServedAPI,
        route: Route,
        request: Request,
        parts: [Substring],
        facts: ReplyFacts,
        limits: RequestLimits = RequestLimits(),
        address: (@Sendable () -> NetworkAddress?)? = nil
    ) {
        self.api = api
        self.route = route
        head = request.head
        content = request.body
        self.parts = parts
        path = PathValues(route.endpoint.path, parts: parts)
        query = QueryValues(request.uri.query ?? "")
        self.facts = facts
        self.limits = limits
        self.address = address
    }

    var endpoint: APIDescription.Endpoint {
        _read { yield route.endpoint }
    }

    /// The credentials that the endpoint asks for.
    var asked: AskedCredentials { route.asked }

    /// The URL at which callers reach what the request asks for, without its query.
    var url: String { parts.reduce(api.publicURL) { "\($0)/\($1)" } }

    /// The descriptions of the credentials that the request was let in by.
    var credentials: [APIDescription.Credential] { presented.map(\.credential) }

    /// Makes sure that a stage has what another one finds out: without it, nobody would be refused.
    ///
    /// - Throws: ``StageOutOfOrder``
    func require(_ needed: Stage, before stage: Stage) throws(StageOutOfOrder) {
        guard passed.has(needed) else { throw StageOutOfOrder(stage: stage, needed: needed) }
    }
}

extension Exchange {
    /// The type of a body that was sent as a form which the endpoint takes; nil for JSON, and where no type is said.
    var formType: ContentType? {
        guard let type = head.headerFields[.contentType].map(ContentType.init), let medium = type.medium, medium != .json,
            endpoint.requestBody?.media.contains(medium) ?? false
        else { return nil }
        return type
    }
}
