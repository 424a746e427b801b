import CharterRuntime
import HTTPTypes
import Hummingbird

/// One endpoint and what answers its authorized requests.
final class Route: Sendable {
    let endpoint: APIDescription.Endpoint
    let respond: @Sendable (AuthorizedRequest) async throws -> Response
    /// The credentials that the endpoint asks for.
    let asked: AskedCredentials
    /// The limits that count its requests.
    let throttles: RouteLimits
    /// The quotas that do.
    let quotas: RouteLimits
    /// The limits that count what its requests have done.
    let effects: RouteLimits
    /// The header fields that tell callers that the endpoint goes away.
    let deprecationFields: HTTPFields
    /// What metrics tell of its requests.
    let metrics: RequestMetrics

    init(
        _ endpoint: APIDescription.Endpoint,
        in api: APIDescription,
        below basePath: String,
        _ respond: @escaping @Sendable (AuthorizedRequest) async throws -> Response
    ) {
        self.endpoint = endpoint
        asked = AskedCredentials(endpoint, in: api)
        throttles = RouteLimits(of: endpoint, in: api) { $0.kind == .throttle && $0.counts == .requests }
        quotas = RouteLimits(of: endpoint, in: api) { $0.kind == .quota && $0.counts == .requests }
        effects = RouteLimits(of: endpoint, in: api) { $0.counts == .effects }
        self.respond = respond
        metrics = RequestMetrics(route: basePath + endpoint.path.description, endpoint: endpoint.id)
        deprecationFields = endpoint.deprecation?.fields ?? [:]
    }

    /// Whether a limit may count somebody by address.
    var mayNeedAddress: Bool { throttles.mayNeedAddress || quotas.mayNeedAddress || effects.mayNeedAddress }
}

extension APIDescription.Deprecation {
    /// `Deprecation` (RFC 9745 §2) and `Sunset` (RFC 8594 §3).
    fileprivate var fields: HTTPFields {
        var fields = HTTPFields()
        if let since = since.flatMap(Timestamp.init(day:)), let name = HTTPField.Name("Deprecation") {
            fields[name] = "@\(since.secondsSinceEpoch)"
        }
        if let sunset = sunset.flatMap(Timestamp.init(day:)), let name = HTTPField.Name("Sunset") {
            fields[name] = sunset.httpDate
        }
        return fields
    }
}
