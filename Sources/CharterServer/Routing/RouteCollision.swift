import HTTPTypes
import Hummingbird

/// A router has a route already that is to be mounted on it; an error of whoever set the server up.
///
/// Only of a router itself is it known which routes it has. Where routes are mounted on a group of one, Hummingbird stops the program, without a word of the path.
struct RouteCollision: Error, CustomStringConvertible {
    let method: HTTPRequest.Method
    let path: RouterPath
    /// How to mend it.
    let mend: String

    var description: String { "the router has a route for \(method.rawValue) \(path) already: \(mend)" }

    /// The first of some routes that a router has already; nil where it is not known.
    static func first<Context: RequestContext>(
        of routes: [(path: RouterPath, method: HTTPRequest.Method)],
        on router: some RouterMethods<Context>,
        mend: String
    ) -> RouteCollision? {
        guard let router = router as? Router<Context> else { return nil }
        let taken = Set(router.routes.map { "\($0.method.rawValue) \($0.path)" })
        guard let found = routes.first(where: { taken.contains("\($0.method.rawValue) \($0.path)") }) else { return nil }
        return RouteCollision(method: found.method, path: found.path, mend: mend)
    }
}
