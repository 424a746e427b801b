import CharterRuntime
import HTTPTypes
import Hummingbird
import Logging

/// Answers a request: finds its route, leads it through the stages to the handler, and gives every error the API's form.
final class Dispatcher: Sendable {
    let api: ServedAPI
    let table: RouteTable
    let stages: [any RequestStage]
    let counting: LimitCounting
    let address: ClientAddress
    /// Nil where requests may take any time.
    let timeLimit: TimeLimit?
    /// What scripts of other origins may call and read.
    let crossOrigin: CrossOrigin
    /// What metrics tell of requests whose path the API does not have.
    private let unknown = RequestMetrics(route: AttributeName.other, endpoint: AttributeName.other)
    /// What the duration of requests is taken by.
    let stopwatch: @Sendable () -> ContinuousClock.Instant

    init(
        api: ServedAPI,
        table: RouteTable,
        stages: [any RequestStage],
        counting: LimitCounting,
        address: ClientAddress,
        timeLimit: TimeLimit?,
        crossOrigin: CrossOrigin,
        stopwatch: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        self.api = api
        self.table = table
        self.stages = stages
        self.counting = counting
        self.address = address
        self.timeLimit = timeLimit
        self.crossOrigin = crossOrigin
        self.stopwatch = stopwatch
    }

    private var requests: APIDescription.RequestRules { api.description.requests }

    /// Answers a request whose path, below the base path, has these segments.
    func respond(to request: Request, parts: [Substring], _ context: some RequestContext) async -> Response {
        let facts = ReplyFacts(api.description, requestID: context.requestID, at: counting.clock.now)
        let path = table.path(for: parts)
        let method = try? request.head.method(overriddenBy: requests.methodOverride)
        let route = method.flatMap { self.route(for: $0, at: path) }
        let metrics = route?.metrics ?? path?.metrics ?? unknown
        return await observed(request, at: metrics, facts: facts, context) { record in
            await respond(to: request, parts: parts, path, route, facts, record, context)
        }
    }

    private func respond(
        to request: Request,
        parts: [Substring],
        _ path: RoutePath?,
        _ route: Route?,
        _ facts: ReplyFacts,
        _ record: RequestRecord?,
        _ context: some RequestContext
    ) async -> AnsweredRequest {
        var facts = facts
        var response: Response
        var reason: String?
        let limits = RequestLimits()
        let log = FailureLog(api: api, request: request, facts: facts, logger: context.logger)
        let grant = path.flatMap { crossOrigin.grant(to: request.head, at: $0.routes) }
        do {
            if grant == nil {
                if path != nil, api.description.versioning != nil { facts.version = try api.description.version(chosenBy: request.headers) }
                response = try await answer(to: request, parts: parts, path, route, facts, limits, record, context)
            } else {
                response = .empty(status: 204)
            }
        } catch let replay as ReplayedRefusal {
            log.note(replay)
            (response, reason) = (replay.answer.response, replay.answer.refusal)
        } catch {
            let refusal = refusal(for: error, at: route?.endpoint.id, log)
            reason = refusal.reason(at: route)
            response = .refused(refusal, api.description.errors, request, facts)
        }
        await addFields(of: limits, to: &response, log)
        response.headers.addConventions(of: api, route, facts)
        crossOrigin.addFields(to: &response.headers, replyingTo: request.head, at: route, granting: grant)
        return AnsweredRequest(response: request.method == .head ? response.withoutBody() : response, refusal: reason)
    }

    /// The refusal by which a caller is told of an error: of one that is none of theirs, without a word of its cause, which is logged.
    ///
    /// It is the last guard of what an API promises about its errors: where it lists their statuses, no other one leaves the server.
    func refusal(for error: any Error, at endpoint: String? = nil, _ log: FailureLog) -> Refusal {
        var cause = error
        if let refusal = error as? Refusal {
            do throws(UndocumentedRefusal) {
                try refusal.checkStatus(of: endpoint, api.description.errors)
                log.note(refusal, of: endpoint, api.description.errors)
                return refusal
            } catch {
                cause = error
            }
        }
        log.note("A request failed; its caller was told nothing of the cause.", cause)
        return .internalError
    }

    private func answer(
        to request: Request,
        parts: [Substring],
        _ path: RoutePath?,
        _ route: Route?,
        _ facts: ReplyFacts,
        _ limits: RequestLimits,
        _ record: RequestRecord?,
        _ context: some RequestContext
    ) async throws -> Response {
        guard let path else { throw Refusal.unknownPath }
        guard let route else {
            let method = try request.head.method(overriddenBy: requests.methodOverride)
            let methods = path.methods.filter { $0 != .head || !requests.refusesHead }
            guard method == .options, !requests.refusesOptions else { throw Refusal.methodNotAllowed(methods) }
            return .empty(status: 204, headers: [.allow: methods.fieldValue])
        }
        var find: (@Sendable () -> NetworkAddress?)?
        if route.mayNeedAddress { find = { [address] in address.address(of: request, context) } }
        let exchange = Exchange(api: api, route: route, request: request, parts: parts, facts: facts, limits: limits, address: find)
        guard let timeLimit, let seconds = requests.seconds else { return try await answer(exchange, record) }
        return try await timeLimit.limit {
            Refusal.requestTimeout(seconds: seconds)
        } _: {
            try await self.answer(exchange, record)
        }
    }

    /// Leads a request through the stages to its handler.
    private func answer(_ exchange: consuming Exchange, _ record: RequestRecord?) async throws -> Response {
        let route = exchange.route
        do {
            for stage in stages { try await stage.pass(&exchange) }
        } catch {
            // Whatever refuses the request, what was found out before is known.
            record?.note(exchange)
            throw error
        }
        record?.note(exchange)
        do {
            return try await route.respond(AuthorizedRequest(exchange))
        } catch let refusal as Refusal {
            // What was deleted before is gone, as was asked.
            if refusal.convention == .notFound, route.endpoint.success.repeatsDeletion { return .empty(status: 204) }
            try refusal.checkDocumented(of: route.endpoint, api.description.errors)
            throw refusal
        }
    }

    /// Takes the request back from the limits that do not count such responses, and tells how the caller stands with all.
    private func addFields(of limits: RequestLimits, to response: inout Response, _ log: FailureLog) async {
        guard !limits.standings.isEmpty else { return }
        do {
            try await limits.takeBack(answered: response.status.code, by: counting)
        } catch {
            log.note("A request could not be taken back from its limits; it stays counted.", error)
        }
        let standings = limits.standings
        let fields = LimitFields(headers: api.description.limitHeaders, standings: standings, now: counting.clock.now)
        fields.add(to: &response.headers, isRefusal: standings.contains { !$0.isAllowed })
    }

    private func route(for method: HTTPRequest.Method, at path: RoutePath?) -> Route? {
        method == .head && requests.refusesHead ? nil : path?.route(for: method)
    }
}

extension RequestContext {
    /// The request's name in the log.
    ///
    /// The context's own `id` stops the program where a context was made without one.
    var requestID: String {
        logger[metadataKey: "hb.request.id"]?.description ?? UniqueID().description
    }
}
