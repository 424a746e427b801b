import CharterRuntime
import HTTPTypes
import Hummingbird
import Logging

/// Answers a request: finds its route, leads it through the stages to the handler, and gives every error the API's form.
struct Dispatcher: Sendable {
    let api: APIDescription
    let table: RouteTable
    let stages: [any RequestStage]
    let now: @Sendable () -> Timestamp
    /// The base URL at which callers reach the API, without a slash at its end.
    let publicURL: String
    /// What the cursors of lists are sealed with.
    let cursorSecret: CursorSecret
    /// What scripts of other origins may call and read.
    let crossOrigin: CrossOrigin

    /// Answers a request whose path, below the base path, has these segments.
    func respond(to request: Request, parts: [Substring], _ context: some RequestContext) async -> Response {
        var facts = ReplyFacts(requestID: context.requestID, version: api.current, time: now(), precision: api.json.timestamps)
        facts.revision = api.revision ?? ""
        let path = table.path(for: parts)
        let method = try? request.head.method(overriddenBy: api.requests.methodOverride)
        let route = method.flatMap { self.route(for: $0, at: path) }
        var response: Response
        let grant = path.flatMap { crossOrigin.grant(to: request.head, at: $0.routes.map(\.endpoint)) }
        do {
            if grant == nil {
                facts.version = try path == nil ? api.current : api.version(chosenBy: request.headers)
                response = try await answer(to: request, parts: parts, path, route, facts)
            } else {
                response = .empty(status: 204)
            }
        } catch let refusal as Refusal {
            response = .refused(refusal, api.errors, request, facts)
        } catch {
            let redaction = Redaction(api)
            let metadata: Logger.Metadata = [
                "request_id": "\(facts.requestID)", "method": "\(request.method)", "path": "\(redaction.url(request.uri.path))",
                "error": "\(redaction.text(String(reflecting: error)))",
            ]
            context.logger.error("A request failed; its caller was told nothing of the cause.", metadata: metadata)
            response = .refused(.internalError, api.errors, request, facts)
        }
        let fields = ReplyFields(api: api, facts: facts)
        fields.addCommon(to: &response.headers)
        crossOrigin.addFields(to: &response.headers, replyingTo: request.head, at: route?.endpoint, granting: grant)
        if let deprecation = route?.endpoint.deprecation { fields.addDeprecation(deprecation, to: &response.headers) }
        return request.method == .head ? response.withoutBody() : response
    }

    private func answer(
        to request: Request,
        parts: [Substring],
        _ path: RoutePath?,
        _ route: Route?,
        _ facts: ReplyFacts
    ) async throws -> Response {
        guard let path else { throw Refusal.unknownPath }
        let method = try request.head.method(overriddenBy: api.requests.methodOverride)
        guard let route else {
            let methods = path.methods.filter { $0 != .head || !api.requests.refusesHead }
            guard method == .options, !api.requests.refusesOptions else { throw Refusal.methodNotAllowed(methods) }
            return .empty(status: 204, headers: [.allow: methods.fieldValue])
        }
        var exchange = Exchange(
            endpoint: route.endpoint,
            head: request.head,
            content: request.body,
            path: PathValues(route.endpoint.path, parts: parts),
            query: QueryValues(request.uri.query ?? ""),
            url: parts.reduce(publicURL) { "\($0)/\($1)" },
            cursorSecret: cursorSecret,
            facts: facts
        )
        for stage in stages { try await stage.pass(&exchange) }
        do {
            return try await route.respond(AuthorizedRequest(exchange))
        } catch let refusal as Refusal where refusal.convention == .notFound && route.endpoint.success.repeatsDeletion {
            // What was deleted before is gone, as was asked.
            return .empty(status: 204)
        }
    }

    private func route(for method: HTTPRequest.Method, at path: RoutePath?) -> Route? {
        method == .head && api.requests.refusesHead ? nil : path?.route(for: method)
    }
}

extension APIDescription {
    /// The version that answers where a request chooses none.
    fileprivate var current: String {
        versioning?.current ?? version
    }
}

extension RequestContext {
    /// The request's name in the log.
    ///
    /// The context's own `id` stops the program where a context was made without one.
    fileprivate var requestID: String {
        logger[metadataKey: "hb.request.id"]?.description ?? UniqueID().description
    }
}
