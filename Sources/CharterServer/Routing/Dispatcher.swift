import CharterRuntime
import HTTPTypes
import Hummingbird
import Logging

/// Answers a request: finds its route, leads it through the stages to the handler, and gives every error the API's form.
struct Dispatcher: Sendable {
    let errors: APIDescription.ErrorFormat
    let table: RouteTable
    let stages: [any RequestStage]

    /// Tells the client by which name the server's log knows its request.
    private static let requestIDField = HTTPField.Name("X-Request-Id")

    /// Answers a request whose path, below the base path, has these segments.
    func respond(to request: Request, parts: [Substring], _ context: some RequestContext) async -> Response {
        let requestID = context.requestID
        var response: Response
        do {
            response = try await answer(to: request, parts: parts, requestID: requestID)
        } catch let refusal as Refusal {
            response = .refused(refusal, errors)
        } catch {
            let metadata: Logger.Metadata = [
                "request_id": "\(requestID)", "method": "\(request.method)", "path": "\(request.uri.path)",
                "error": "\(String(reflecting: error))",
            ]
            context.logger.error("A request failed; its caller was told nothing of the cause.", metadata: metadata)
            response = .refused(.internalError, errors)
        }
        if let name = Self.requestIDField { response.headers[name] = requestID }
        return request.method == .head ? response.withoutBody() : response
    }

    private func answer(to request: Request, parts: [Substring], requestID: String) async throws -> Response {
        guard let path = table.path(for: parts) else { throw Refusal.unknownPath }
        guard let route = path.route(for: request.method) else {
            guard request.method == .options else { throw Refusal.methodNotAllowed(path.methods) }
            return .empty(status: 204, headers: [.allow: path.methods.fieldValue])
        }
        var exchange = Exchange(
            endpoint: route.endpoint,
            head: request.head,
            content: request.body,
            path: PathValues(route.endpoint.path, parts: parts),
            query: QueryValues(request.uri.query ?? ""),
            requestID: requestID
        )
        for stage in stages { try await stage.pass(&exchange) }
        return try await route.respond(AuthorizedRequest(exchange))
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
