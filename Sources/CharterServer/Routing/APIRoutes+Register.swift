import CharterRuntime
import Hummingbird

extension APIRoutes {
    /// Mounts the routes on a router or a group of it, below the path of the API's server.
    ///
    /// Every path answers every common method, so that a wrong one is answered 405. Paths below the base path that neither the API
    /// nor other routes have are answered 404 in the API's form of errors, if `router` is the router itself: Hummingbird does not ask
    /// groups about them, and answers 404 without a body.
    ///
    /// - Precondition: The routes were given what their contract asks for: what verifies tokens, knows tenants and keeps quotas, and contexts that know addresses where
    ///   limits count by them. The router has no other route at one of the API's paths, and no endpoint has two routes. The program stops otherwise, and says what is
    ///   wrong and how to mend it.
    public func register<Context: RequestContext>(on router: some RouterMethods<Context>) {
        let missing = missingParts(on: Context.self)
        // Not a precondition, whose text is left out of optimised programs.
        guard missing.isEmpty else {
            fatalError("this server lacks what '\(api.description.title)' asks for:\n" + missing.map { "- \($0)" }.joined(separator: "\n"))
        }
        if let collision = collision(on: router) { fatalError("\(collision)") }
        mount(on: router)
    }

    /// What a router has already of the API's paths.
    func collision<Context: RequestContext>(on router: some RouterMethods<Context>) -> RouteCollision? {
        let paths = dispatcher.table.mounts.map { basePath + $0.path } + [document?.path].compactMap(\.self)
        let asked = paths.flatMap { path in methods.map { (path: RouterPath(path), method: $0) } }
        return .first(of: asked, on: router, mend: "register an API once, and give other routes paths that it does not have")
    }

    /// The methods that every path answers, if only with 405.
    private var methods: [HTTPRequest.Method] {
        HTTPRequest.Method.common + Set(routes.map(\.endpoint.method)).subtracting(HTTPRequest.Method.common)
    }

    /// Mounts the routes, whatever is missing: what needs it is answered 500.
    func mount<Context: RequestContext>(on router: some RouterMethods<Context>) {
        let dispatcher = dispatcher
        for mount in dispatcher.table.mounts {
            for method in methods {
                router.on(RouterPath(basePath + mount.path), method: method) { request, context in
                    // A group may have put segments in front of the path.
                    let parts = request.pathParts.suffix(mount.depth)
                    return await dispatcher.respond(to: request, parts: Array(parts), context)
                }
            }
        }
        registerDocument(on: router, dispatcher)
        // Added last, so that it is asked about unknown paths and not about the routes above.
        _ = router.add(middleware: UnknownPathMiddleware<Context>(dispatcher: dispatcher, basePath: RouterPath(basePath)))
    }
}

extension Request {
    /// The segments of the path, as Hummingbird's router splits it: still encoded, and without empty ones.
    var pathParts: [Substring] {
        uri.path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    }
}
