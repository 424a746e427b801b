import CharterContract
import CharterRuntime

/// The header fields that tell of the limits of an endpoint.
struct LimitHeaderFields {
    private let endpoint: ResolvedEndpoint
    private let api: ResolvedAPI

    init(_ endpoint: ResolvedEndpoint, in api: ResolvedAPI) {
        self.endpoint = endpoint
        self.api = api
    }

    /// - Parameter isRefusal: whether they stand in a 429.
    func members(isRefusal: Bool) -> [OrderedJSON.Member] {
        let headers = api.conventions.limitHeaders
        var members: [OrderedJSON.Member] = []
        if isRefusal, headers.retryAfter {
            let about = "Seconds to wait before the next try (RFC 9110 §10.2.3)."
            members.append(ConventionHeader.member("Retry-After", about, ["type": "integer", "minimum": 1, "example": 1], example: 1))
        }
        guard isRefusal || !headers.onRefusalsOnly else { return members }
        return members + (headers.draft ? draft(isRefusal) : []) + legacy(headers.legacy, isRefusal)
    }

    private func draft(_ isRefusal: Bool) -> [OrderedJSON.Member] {
        guard let limit = limits.first?.description else { return [] }
        let allowed = limit.allow ?? limit.allowByPlan.values.compactMap(\.self).min() ?? 1
        let count = limit.burst ?? limit.burstByPlan.values.min() ?? allowed
        // A bucket is as good as a window in which it is filled.
        let filling = limit.seconds.map { (Double(count) * Double($0) / Double(allowed)).rounded(.up) }
        let seconds = count == allowed ? limit.seconds : filling.map { Int(min($0, 1e15 - 1)) }
        let policy = "\"\(limit.name)\";q=\(count)" + (seconds.map { ";w=\($0)" } ?? "")
        let state = "\"\(limit.name)\";r=\(isRefusal ? 0 : count - 1)" + (limit.seconds.map { ";t=\($0)" } ?? "")
        return [
            text("RateLimit-Policy", "The limits that count this request.", policy, isRefusal),
            text("RateLimit", "What is left of them.", state, isRefusal),
        ]
    }

    private func text(_ name: String, _ about: String, _ example: String, _ isRefusal: Bool) -> OrderedJSON.Member {
        let example = OrderedJSON.string(example)
        let schema: OrderedJSON = ["type": "string", "example": example]
        return ConventionHeader.member(name, about, schema, example: example, isRequired: isRefusal || countsEveryCaller)
    }

    private func legacy(_ names: APIDescription.LimitHeaders.Legacy?, _ isRefusal: Bool) -> [OrderedJSON.Member] {
        let count: OrderedJSON = ["type": "integer", "minimum": 0, "example": 1]
        let reset = names?.resetUnit == .epochSeconds ? "in seconds since 1970-01-01T00:00:00Z" : "in seconds from now"
        let fields = [
            (names?.limit, "How many are allowed in a window."), (names?.remaining, "How many are left."),
            (names?.reset, "When the window ends, \(reset)."),
        ]
        return fields.compactMap { name, about in
            name.map { ConventionHeader.member($0, about, count, example: 1, isRequired: isRefusal || countsEveryCaller) }
        }
    }

    /// The limits that can count a request, the endpoint's own first.
    private var limits: [ResolvedLimit] {
        let named = Set(endpoint.credentials.flatMap(\.limits) + endpoint.keyKinds.flatMap(\.limits))
        return endpoint.limits + api.limits.filter { named.contains($0.name) }
    }

    /// Whether every request is counted by some limit, whoever makes it.
    private var countsEveryCaller: Bool {
        let everyPlan = Set(limits.filter { $0.description.allow != nil }.map(\.name))
        let own = endpoint.limits.filter { everyPlan.contains($0.name) }
        if endpoint.auth.isOpen { return own.contains { $0.description.countsAnonymous || $0.description.partition.countsAnyone } }
        return !own.isEmpty
            || endpoint.auth.alternatives.allSatisfy { names in
                endpoint.credentials.contains { names.contains($0.name) && isCounted($0, everyPlan) }
            }
    }

    /// Whether a limit comes with a credential, or with each of its kinds that may call.
    private func isCounted(_ credential: ResolvedCredential, _ limits: Set<String>) -> Bool {
        if credential.limits.contains(where: limits.contains) { return true }
        let kinds = credential.kinds.map(\.name)
        let callers = endpoint.keyKinds.filter { kinds.contains($0.name) }
        return !credential.isToken && !callers.isEmpty && callers.allSatisfy { $0.limits.contains(where: limits.contains) }
    }
}

extension APIDescription.Limit {
    /// The length of the window in seconds; nil where it follows a calendar.
    fileprivate var seconds: Int? {
        switch window {
        case .sliding(let seconds), .fixed(let seconds), .fromFirst(let seconds): seconds
        case .calendar, .billingCycle: nil
        }
    }
}

extension APIDescription.Limit.Partition {
    /// Whether callers without a credential are counted like all others.
    fileprivate var countsAnyone: Bool {
        switch self {
        case .address, .everyone: true
        case .key, .tenant, .user: false
        }
    }
}
