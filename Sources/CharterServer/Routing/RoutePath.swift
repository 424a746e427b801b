import CharterRuntime
import HTTPTypes

/// The routes that share a path; the names of its parameters may differ from one to the next.
struct RoutePath: Sendable {
    /// The segments, as the first of the routes has them.
    let segments: [APIDescription.PathTemplate.Segment]
    private(set) var routes: [Route]
    /// What metrics tell of requests that none of the routes answers.
    let metrics: RequestMetrics

    init(_ route: Route) {
        segments = route.endpoint.path.segments
        metrics = RequestMetrics(route: route.metrics.route, endpoint: AttributeName.other)
        routes = [route]
    }

    mutating func add(_ route: Route) {
        let endpoint = route.endpoint
        precondition(!routes.contains { $0.endpoint.method == endpoint.method }, "\(endpoint.method) \(endpoint.path) has two routes")
        routes.append(route)
    }

    /// What answers a method; `GET` also answers `HEAD` (RFC 9110 §9.1).
    func route(for method: HTTPRequest.Method) -> Route? {
        routes.first { $0.endpoint.method == method } ?? (method == .head ? route(for: .get) : nil)
    }

    /// The methods that have an answer, the common ones first.
    var methods: [HTTPRequest.Method] {
        let own = routes.map(\.endpoint.method)
        return HTTPRequest.Method.common.filter { route(for: $0) != nil } + own.filter { !HTTPRequest.Method.common.contains($0) }
    }

    /// Whether this path comes before the other: the shorter one, and of two that one request may fit, the one that has the literal
    /// at their first difference.
    func isMoreSpecific(than other: RoutePath) -> Bool {
        guard segments.count == other.segments.count else { return segments.count < other.segments.count }
        for (own, its) in zip(segments, other.segments) where (own.literal == nil) != (its.literal == nil) {
            return own.literal != nil
        }
        return false
    }
}

extension HTTPRequest.Method {
    /// The methods that every path answers, if only with 405.
    static let common: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
}
