import CharterRuntime
import HTTPTypes

/// The endpoints of an API by what the checks of other endpoints look for.
///
/// It is made once for all checks: to go through all endpoints for each of them would take four times as long for an API of twice the size.
struct EndpointIndex: Sendable {
    private let api: APIDescription
    /// The places of endpoints in their list, by path without the names of its parameters.
    private let places: [[String?]: [Int]]
    /// By the names of the limits.
    private let limits: [String: LimitPlaces]
    private let repeating: [String: [Int]]
    private let cursorLists: [Int]
    /// The paths, without the names of their parameters, of which some endpoint belongs to everyone.
    private let shared: Set<[String?]>
    /// The endpoints in whose paths a thing of one tenant is named, by the parameter.
    private var namingTenantsOwn: [String: [Int]] = [:]
    /// The same by what sort of thing the parameter can name, with its name.
    private var namingType: [APIDescription.Schema: [(place: Int, parameter: String)]] = [:]
    /// The same by what a reference to the thing is called, in plain letters: `pupilid` for `/pupils/:id`.
    private var namingThing: [String: [(place: Int, parameter: String)]] = [:]
    /// The parameters by which lists take the size of a page.
    let sizeParameters: [String]
    /// The first endpoint that takes each credential, by its name.
    private let firstTaking: [String: String]
    /// The last parameters of the paths at which things of a schema are found.
    private let names: [APIDescription.Schema: String]

    init(_ api: APIDescription) {
        self.api = api
        var places: [[String?]: [Int]] = [:]
        var limits = Dictionary(api.limits.map { ($0.name, LimitPlaces(of: $0)) }) { first, _ in first }
        var repeating: [String: [Int]] = [:]
        var cursorLists: [Int] = []
        var shared: Set<[String?]> = []
        var names: [APIDescription.Schema: String] = [:]
        var firstTaking: [String: String] = [:]
        for (place, endpoint) in api.endpoints.enumerated() {
            let shape = endpoint.path.segments.map(\.literal)
            places[shape, default: []].append(place)
            if endpoint.tenancy != .tenant { shared.insert(shape) }
            let counting = api.limitNames(of: endpoint)
            let faults = counting.isEmpty ? [] : api.requests.order.compactMap { OrderFault($0, of: endpoint, in: api) }
            for name in counting { limits[name]?.add(endpoint, at: place, faults, in: api) }
            for name in endpoint.auth.names where firstTaking[name] == nil { firstTaking[name] = endpoint.id }
            if let idempotency = endpoint.idempotency { repeating[idempotency.name, default: []].append(place) }
            if case .cursor? = endpoint.paging?.position { cursorLists.append(place) }
            if endpoint.method == .get, endpoint.paging == nil, let body = endpoint.success.body,
                case .parameter(let name)? = endpoint.path.segments.last, names[body] == nil
            {
                names[body] = name
            }
        }
        (self.places, self.limits, self.repeating) = (places, limits, repeating)
        (self.cursorLists, self.shared, self.names, self.firstTaking) = (cursorLists, shared, names, firstTaking)
        sizeParameters = api.endpoints.compactMap(\.paging?.pageSize.parameter).uniqued.sorted()
        for (place, endpoint) in api.endpoints.enumerated() where endpoint.tenancy == .tenant {
            let own = tenantsOwnParameters(of: endpoint)
            for name in own { namingTenantsOwn[name, default: []].append(place) }
            for (name, reference) in endpoint.path.references where own.contains(name) {
                namingThing[reference, default: []].append((place, name))
            }
            for parameter in endpoint.pathParameters where own.contains(parameter.name) {
                guard let type = api.typeOfThings(parameter.schema) else { continue }
                namingType[type, default: []].append((place, parameter.name))
            }
        }
    }

    /// The endpoints in whose paths a parameter of that name names a thing of one tenant.
    func endpoints(namingTenantsOwnBy parameter: String) -> [APIDescription.Endpoint] {
        (namingTenantsOwn[parameter] ?? []).map { api.endpoints[$0] }
    }

    /// The endpoints in whose paths a thing of one tenant is named by such a type, each with the parameter.
    func endpoints(namingTenantsOwnOf type: APIDescription.Schema) -> [(APIDescription.Endpoint, String)] {
        (namingType[type] ?? []).map { (api.endpoints[$0.place], $0.parameter) }
    }

    /// The endpoints in whose paths a thing of one tenant is named that a member of a body refers to by its name, each with the parameter:
    /// `/pupils/:id` for `pupil_id`.
    func endpoints(namingTenantsOwnBehind member: String) -> [(APIDescription.Endpoint, String)] {
        (namingThing[member.plainLetters] ?? []).map { (api.endpoints[$0.place], $0.parameter) }
    }

    /// The endpoints at a path, whatever the names of its parameters.
    func endpoints(at path: some Sequence<APIDescription.PathTemplate.Segment>) -> [APIDescription.Endpoint] {
        (places[path.map(\.literal)] ?? []).map { api.endpoints[$0] }
    }

    /// Whether no endpoint before this one takes a credential.
    func isFirst(_ endpoint: APIDescription.Endpoint, toTake credential: String) -> Bool { firstTaking[credential] == endpoint.id }

    /// The endpoints whose calls a limit counts, at least those by some kind of caller.
    func endpoints(countedBy limit: APIDescription.Limit) -> [APIDescription.Endpoint] {
        (limits[limit.name]?.all ?? []).map { api.endpoints[$0] }
    }

    /// Whether a limit counts the calls of an endpoint, at least those by some kind of caller.
    func isCounted(_ endpoint: APIDescription.Endpoint, by limit: APIDescription.Limit) -> Bool {
        limits[limit.name]?.ids.contains(endpoint.id) == true
    }

    /// The first of the endpoints that a limit counts which has what a check of it needs.
    func endpoint(for limit: APIDescription.Limit, _ place: (LimitPlaces) -> Int?) -> APIDescription.Endpoint? {
        limits[limit.name].flatMap(place).map { api.endpoints[$0] }
    }

    /// An endpoint that a limit counts: one that reads where there is one.
    func endpointToTry(_ limit: APIDescription.Limit) -> APIDescription.Endpoint? {
        endpoint(for: limit, \.tried)
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
