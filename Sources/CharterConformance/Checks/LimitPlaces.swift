import CharterRuntime
import HTTPTypes

/// Where the checks of one limit are made: of the endpoints that it counts, the first one that has what a check needs.
///
/// They are found while all endpoints are gone through once. To look for them from each endpoint would take four times as long for an API of
/// twice the size.
struct LimitPlaces: Sendable {
    typealias Stage = APIDescription.RequestRules.Stage

    private let limit: APIDescription.Limit
    /// The endpoints, by their places in the list of all.
    private(set) var all: [Int] = []
    private(set) var ids: Set<String> = []
    /// One that reads.
    private var reading: Int?
    /// One at which a value of the path can name nothing, and that reads.
    private(set) var missing: Int?
    /// One that reads and that somebody may call whom the limit does not count.
    private(set) var uncountedKind: Int?
    /// One at which what has been let in is refused for its content.
    private var faulty: Int?
    /// Whether that can be at the one that reads.
    private var isReadingFaulty = false
    /// Those at which a caller whom the limit counts can have a fault, by what finds that.
    private(set) var faultyCallers: [Stage: Int] = [:]
    /// Those at which a request can have a fault, and the limit is used up for it too.
    private(set) var keptFaults: [Stage: Int] = [:]
    /// Those at which a request is refused with a status that is not counted.
    private(set) var uncounted: [Int: Int] = [:]

    init(of limit: APIDescription.Limit) {
        self.limit = limit
    }

    /// One that is tried before others: one that reads where that is counted, for it can be called as often as one likes.
    var tried: Int? { (limit.counts == .requests ? reading : nil) ?? all.first }

    /// Where what has been let in is refused for its content: rather where the limit is tried anyway.
    var refusing: Int? { limit.counts == .requests && isReadingFaulty ? reading : faulty }

    /// Takes in another endpoint that the limit counts.
    ///
    /// - Parameter faults: What a request of the endpoint can have, in the order in which it is found.
    mutating func add(_ endpoint: APIDescription.Endpoint, at place: Int, _ faults: [OrderFault], in api: APIDescription) {
        all.append(place)
        ids.insert(endpoint.id)
        let isFaulty = api.contentFault(among: faults) != nil
        if isFaulty, faulty == nil { faulty = place }
        if endpoint.method == .get {
            if reading == nil { (reading, isReadingFaulty) = (place, isFaulty) }
            if missing == nil, endpoint.pathParameters.contains(where: { api.canBeUnknown($0, at: endpoint) }) { missing = place }
            if uncountedKind == nil, api.hasUncountedKind(endpoint, limit) { uncountedKind = place }
        }
        for fault in faults where keptFaults[fault.stage] == nil && fault.isKept(at: endpoint, by: limit) {
            keptFaults[fault.stage] = place
        }
        for stage in OrderFault.stagesOfCallers where faultyCallers[stage] == nil {
            if OrderFault(stage, of: endpoint, countedBy: limit, in: api) != nil { faultyCallers[stage] = place }
        }
        for status in limit.uncountedStatuses where uncounted[status] == nil {
            if UncountedFault(status, of: endpoint, in: api) != nil { uncounted[status] = place }
        }
    }
}

extension APIDescription {
    /// The first of some faults that lies in what a request holds, and is found behind throttles: the request was let in.
    func contentFault(among faults: [OrderFault]) -> OrderFault? {
        guard let place = requests.order.firstIndex(of: .throttles) else { return nil }
        let stages = requests.order[place...].filter { [.parameters, .body, .mediaType, .size].contains($0) }
        return faults.first { stages.contains($0.stage) }
    }

    /// Whether a kind of key, or another credential, may call an endpoint and is not counted there.
    fileprivate func hasUncountedKind(_ endpoint: Endpoint, _ limit: Limit) -> Bool {
        guard !endpoint.limits.contains(limit.name) else { return false }
        return callers(of: endpoint).contains { caller in
            guard let credential = credential(named: caller.credential), !credential.limits.contains(limit.name) else { return false }
            return credential.kind(named: caller.name)?.limits.contains(limit.name) != true
        }
    }

    /// Whether a value that nothing has is answered as not found: what is put comes to be, and what is gone may be deleted.
    func canBeUnknown(_ parameter: Parameter, at endpoint: Endpoint) -> Bool {
        guard endpoint.method != .put, !endpoint.success.repeatsDeletion else { return false }
        return tenancy.map { !$0.places.contains(.path(parameter.name)) } ?? true
    }
}
