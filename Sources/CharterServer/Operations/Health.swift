import HTTPTypes
public import Hummingbird
public import Logging

/// Tells whoever runs the server whether it is alive and ready for requests: `GET /healthz/live` and `GET /healthz`.
///
/// It stands beside the API: neither its base path nor its conventions hold, everyone may ask, and nothing is told but a word.
///
/// - `/healthz` is answered 200 (`{"status":"ok"}`) while the server is ready: its check passes in time, and it is not shutting down. Else the answer is 503
///   (`{"status":"unavailable"}`), and the log says why. This is what a load balancer or a readiness probe asks.
/// - `/healthz/live` is answered 200 as long as the process answers at all; a liveness probe asks it, for a server is not to be restarted because its database is gone.
public struct Health: Sendable {
    private let path: String
    private let readiness: Readiness

    /// Creates what answers.
    ///
    /// - Parameters:
    ///   - path: Where it is asked.
    ///   - timeout: How long the check may take.
    ///   - logger: Where it is logged that the server ceased to be ready, and became so again.
    ///   - isReady: Throws what keeps the server from its work, such as a database that does not answer. However many ask, it runs at most once a second, and once at a time.
    public init(
        path: String = "/healthz",
        timeout: Duration = .seconds(2),
        logger: Logger = Logger(label: "charter.health"),
        isReady: @escaping @Sendable () async throws -> Void = {}
    ) {
        self.path = path
        readiness = Readiness(check: isReady, timeout: timeout, logger: logger)
    }

    /// Says from now on that the server is not ready, as while it shuts down.
    public func drain() {
        readiness.drain()
    }

    /// Answers on a router.
    ///
    /// - Precondition: The router has no other route at these paths.
    public func register<Context: RequestContext>(on router: some RouterMethods<Context>) {
        if let collision = collision(on: router) { fatalError("\(collision)") }
        for method in Self.methods {
            router.on(RouterPath(path), method: method) { [readiness] request, _ in
                await Self.answer(readiness.isReady, to: request)
            }
            router.on(RouterPath(path + "/live"), method: method) { request, _ in Self.answer(true, to: request) }
        }
    }

    private static let methods: [HTTPRequest.Method] = [.get, .head]

    /// What a router has already of what is asked.
    func collision<Context: RequestContext>(on router: some RouterMethods<Context>) -> RouteCollision? {
        let asked = [path, path + "/live"].flatMap { path in Self.methods.map { (path: RouterPath(path), method: $0) } }
        return .first(of: asked, on: router, mend: "say another 'healthPath:', or ask 'Health' at another path")
    }

    private static func answer(_ isWell: Bool, to request: Request) -> Response {
        let body = Array(#"{"status":"\#(isWell ? "ok" : "unavailable")"}"#.utf8)
        var response = Response(status: isWell ? 200 : 503, body: body, mediaType: "application/json")
        response.headers[.cacheControl] = "no-store"
        return request.method == .head ? response.withoutBody() : response
    }
}
