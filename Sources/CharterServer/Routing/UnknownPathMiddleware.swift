import Hummingbird

/// Gives the router's answer to unknown paths and methods the API's form of errors, for paths below the API's base path.
///
/// It stays out of the way of other routes and middleware: only what the router found no route for is changed, and a 404 stays an
/// error until it leaves the router, so that a `FileMiddleware` may still have a file for it.
struct UnknownPathMiddleware<Context: RequestContext>: RouterMiddleware {
    let dispatcher: Dispatcher
    let basePath: RouterPath

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound && context.endpointPath == Self.noRoute {
            let parts = request.pathParts
            guard zip(basePath, parts).allSatisfy({ $0 == $1 }), parts.count >= basePath.count else { throw error }
            let response = await dispatcher.respond(to: request, parts: Array(parts.dropFirst(basePath.count)), context)
            guard response.status == .notFound else { return response }
            throw UnknownPath(response: response)
        }
    }

    /// The name of the path that Hummingbird notes where it has no route.
    private static var noRoute: String { "NotFound" }

    private struct UnknownPath: HTTPResponseError {
        let response: Response
        var status: HTTPResponse.Status { response.status }

        func response(from request: Request, context: some RequestContext) -> Response {
            response
        }
    }
}
