import CharterRuntime
import HTTPTypes

/// The endpoints of an API by what the checks of other endpoints look for.
///
/// It is made once for all checks: to go through all endpoints for each of them would take four times as long for an API of twice the size.
struct EndpointIndex: Sendable {
    private let api: APIDescription
    /// The places of endpoints in their list, by path without the names of its parameters.
    private let places: [[String?]: [Int]]
    private let counted: [String: [Int]]
    /// The endpoints that each limit counts, by id.
    private let countedIDs: [String: Set<String>]
    /// The first endpoint of each limit at which a caller whom it counts can have a fault, by what finds that.
    private let faultyCallers: [String: [APIDescription.RequestRules.Stage: Int]]
    /// The first endpoint of each limit at which a request can have a fault while the limit is used up.
    private let keptFaults: [String: [APIDescription.RequestRules.Stage: Int]]
    private let repeating: [String: [Int]]
    private let cursorLists: [Int]
    /// The paths, without the names of their parameters, of which some endpoint belongs to everyone.
    private let shared: Set<[String?]>
    /// The last parameters of the paths at which things of a schema are found.
    private let names: [APIDescription.Schema: String]

    init(_ api: APIDescription) {
        self.api = api
        var places: [[String?]: [Int]] = [:]
        var counted: [String: [Int]] = [:]
        var countedIDs: [String: Set<String>] = [:]
        var faultyCallers: [String: [APIDescription.RequestRules.Stage: Int]] = [:]
        var keptFaults = faultyCallers
        let limits = Dictionary(api.limits.map { ($0.name, $0) }) { first, _ in first }
        var repeating: [String: [Int]] = [:]
        var cursorLists: [Int] = []
        var shared: Set<[String?]> = []
        var names: [APIDescription.Schema: String] = [:]
        for (place, endpoint) in api.endpoints.enumerated() {
            let shape = endpoint.path.segments.map(\.literal)
            places[shape, default: []].append(place)
            if endpoint.tenancy != .tenant { shared.insert(shape) }
            let own = api.limitNames(of: endpoint)
            let faults = own.isEmpty ? [] : api.requests.order.compactMap { OrderFault($0, of: endpoint, in: api) }
            for name in own {
                counted[name, default: []].append(place)
                countedIDs[name, default: []].insert(endpoint.id)
                guard let limit = limits[name] else { continue }
                for fault in faults where keptFaults[name]?[fault.stage] == nil && fault.isKept(at: endpoint, by: limit) {
                    keptFaults[name, default: [:]][fault.stage] = place
                }
                for stage in api.requests.order where OrderFault.stagesOfCallers.contains(stage) && faultyCallers[name]?[stage] == nil {
                    guard OrderFault(stage, of: endpoint, countedBy: limit, in: api) != nil else { continue }
                    faultyCallers[name, default: [:]][stage] = place
                }
            }
            if let idempotency = endpoint.idempotency { repeating[idempotency.name, default: []].append(place) }
            if case .cursor? = endpoint.paging?.position { cursorLists.append(place) }
            if endpoint.method == .get, endpoint.paging == nil, let body = endpoint.success.body,
                case .parameter(let name)? = endpoint.path.segments.last, names[body] == nil
            {
                names[body] = name
            }
        }
        (self.places, self.counted, self.countedIDs, self.repeating) = (places, counted, countedIDs, repeating)
        (self.faultyCallers, self.keptFaults) = (faultyCallers, keptFaults)
        (self.cursorLists, self.shared, self.names) = (cursorLists, shared, names)
    }

    /// The endpoints at a path, whatever the names of its parameters.
    func endpoints(at path: some Sequence<APIDescription.PathTemplate.Segment>) -> [APIDescription.Endpoint] {
        (places[path.map(\.literal)] ?? []).map { api.endpoints[$0] }
    }

    /// The endpoints whose calls a limit counts, at least those by some kind of caller.
    func endpoints(countedBy limit: APIDescription.Limit) -> [APIDescription.Endpoint] {
        (counted[limit.name] ?? []).map { api.endpoints[$0] }
    }

    /// Whether a limit counts the calls of an endpoint, at least those by some kind of caller.
    func isCounted(_ endpoint: APIDescription.Endpoint, by limit: APIDescription.Limit) -> Bool {
        countedIDs[limit.name]?.contains(endpoint.id) == true
    }

    /// The first endpoint at which a caller whom a limit counts can have a fault.
    func endpoint(
        countedBy limit: APIDescription.Limit,
        whereCallersHaveFaultOf stage: APIDescription.RequestRules.Stage
    ) -> APIDescription.Endpoint? {
        faultyCallers[limit.name]?[stage].map { api.endpoints[$0] }
    }

    /// The first endpoint that a limit counts at which a request can have a fault, and the limit is used up for it too.
    func endpoint(
        countedBy limit: APIDescription.Limit,
        whereFaultIsKept stage: APIDescription.RequestRules.Stage
    ) -> APIDescription.Endpoint? {
        keptFaults[limit.name]?[stage].map { api.endpoints[$0] }
    }

    /// An endpoint that a limit counts: one that reads where there is one.
    func endpointToTry(_ limit: APIDescription.Limit) -> APIDescription.Endpoint? {
        let places = counted[limit.name] ?? []
        let reading = places.first { api.endpoints[$0].method == .get && limit.counts == .requests }
        return (reading ?? places.first).map { api.endpoints[$0] }
    }

    /// Another endpoint that repeats calls in the same way.
    func endpoint(
        besides endpoint: APIDescription.Endpoint,
        repeating idempotency: APIDescription.Idempotency
    ) -> APIDescription.Endpoint? {
        repeating[idempotency.name]?.first { api.endpoints[$0].id != endpoint.id }.map { api.endpoints[$0] }
    }

    /// Another list whose pages have cursors.
    func cursorList(besides endpoint: APIDescription.Endpoint) -> APIDescription.Endpoint? {
        cursorLists.first { api.endpoints[$0].id != endpoint.id }.map { api.endpoints[$0] }
    }

    /// The path parameters that name things of one tenant, and not things that other endpoints show to everyone: of
    /// `/works/:isbn/copies/:id`, beside a shared `/works/:isbn`, the second.
    func tenantsOwnParameters(of endpoint: APIDescription.Endpoint) -> [String] {
        let segments = endpoint.path.segments
        let shape = segments.map(\.literal)
        return segments.indices.compactMap { index in
            guard case .parameter(let name) = segments[index] else { return nil }
            return shared.contains(Array(shape[...index])) ? nil : name
        }
    }

    /// The parameter by which an endpoint finds what this one answers.
    func parameter(naming body: APIDescription.Schema?) -> String? {
        body.flatMap { names[$0] }
    }
}

extension APIDescription {
    /// The limits that count the calls of an endpoint, at least those by some kind of caller.
    fileprivate func limitNames(of endpoint: Endpoint) -> Set<String> {
        var names = Set(endpoint.limits)
        for credential in endpoint.auth.names.compactMap(credential) {
            names.formUnion(credential.limits)
            for kind in credential.kinds where endpoint.keyKinds.contains(kind.name) { names.formUnion(kind.limits) }
        }
        return names
    }
}
