import CharterRuntime
import HTTPTypes

/// Other things of the kind that a path names at a place, which the fixtures name elsewhere or the API lists.
struct Siblings {
    private let probe: EndpointProbe
    private let parameter: String
    /// The path up to the place, without the names of its parameters.
    private let prefix: [String?]

    init(_ probe: EndpointProbe, of parameter: String) {
        self.probe = probe
        self.parameter = parameter
        let segments = probe.endpoint.path.segments
        prefix = segments.prefix { $0 != .parameter(parameter) }.map(\.literal) + [nil]
    }

    /// The first of them of which the endpoint knows too: the request for it.
    ///
    /// - Throws: ``MissingFixture`` where there is none.
    func request(beside request: EndpointRequest, _ conversation: Conversation) async throws -> EndpointRequest {
        for value in try known(beside: request) + (try await listed(beside: request, conversation)) {
            var other = request
            other.path[parameter] = value
            if other.endpoint.success.isStatus(of: try await conversation.reply(to: other)) { return other }
        }
        throw MissingFixture("a second \(parameter) for \(probe.endpoint.id)")
    }

    /// The values that requests to other endpoints have at the place, and requests that are to fail.
    private func known(beside request: EndpointRequest) throws(MissingFixture) -> [String] {
        let home = try probe.home()
        let values = probe.api.endpoints.filter(isAround).flatMap { other -> [String] in
            guard case .parameter(let name) = other.path.segments[prefix.count - 1] else { return [] }
            let failures = (probe.fixtures.failures?[home]?[other.id] ?? [:]).sorted { $0.key < $1.key }
            let failing = failures.flatMap(\.value.all).compactMap(\.parameters)
            return ([probe.fixtures.parameters[home]?[other.id]].compactMap(\.self) + failing).compactMap { $0[name] }
        }
        return values.uniqued.filter { $0 != request.path[parameter] }
    }

    /// The names of the things in the list of such things.
    private func listed(beside request: EndpointRequest, _ conversation: Conversation) async throws -> [String] {
        let around = Array(prefix.dropLast())
        let list = probe.api.endpoints.first { other in
            other.method == .get && other.path.segments.map(\.literal) == around && other.listedProperties(in: probe.api) != nil
        }
        guard let list, var listing = try? probe.at(list).sufficientRequest() else { return [] }
        listing.takePath(from: request)
        guard let items = try? await ListedItems(listing, conversation).items else { return [] }
        let names = [parameter, "id"]
        let values = items.compactMap { item in names.lazy.compactMap { item[$0]?.parameterText }.first }
        return Array(values.filter { $0 != request.path[parameter] }.prefix(5))
    }

    private func isAround(_ other: APIDescription.Endpoint) -> Bool {
        other.id != probe.endpoint.id && other.path.segments.prefix(prefix.count).map(\.literal) == prefix
            && other.path.segments.count >= prefix.count
    }
}
