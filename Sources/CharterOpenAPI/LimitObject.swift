import CharterContract
import CharterRuntime

/// A limit in words, and as `x-charter-limits` has it.
struct LimitObject {
    private let limit: ResolvedLimit
    private let tenant: String

    init(_ limit: ResolvedLimit, in api: ResolvedAPI) {
        self.limit = limit
        tenant = api.tenancy?.name ?? "tenant"
    }

    /// What the limit says, in sentences.
    var text: String {
        let description = limit.description
        var sentences: [String] = []
        if let allow = description.allow { sentences.append("At most \(allow) \(period) \(partition).") }
        if !description.allowByPlan.isEmpty {
            let plans = description.allowByPlan.sorted { $0.key < $1.key }.map { plan, count in
                "\(count.map(String.init) ?? "unlimited") on the plan `\(plan)`"
            }
            sentences.append("At most so many \(period) \(partition): \(plans.joined(separator: ", ")).")
        }
        if let burst = description.burst { sentences.append("Up to \(burst) at once.") }
        if !description.burstByPlan.isEmpty {
            let plans = description.burstByPlan.sorted { $0.key < $1.key }.map { "\($1) on the plan `\($0)`" }
            sentences.append("Up to so many at once: \(plans.joined(separator: ", ")).")
        }
        return (sentences + (limit.about.map { [$0] } ?? [])).joined(separator: " ")
    }

    private var period: String {
        switch limit.description.window {
        case .sliding(let seconds): "in \(seconds.asDuration)"
        case .fixed(let seconds): "in each stretch of \(seconds.asDuration)"
        case .fromFirst(let seconds): "in \(seconds.asDuration) from the first"
        case .calendar(.day): "a day (UTC)"
        case .calendar(.month): "a month (UTC)"
        case .billingCycle: "from one bill to the next"
        }
    }

    private var partition: String {
        switch limit.description.partition {
        case .key: "for each key"
        case .tenant: "for each \(tenant)"
        case .user: "for each person"
        case .address: "for each network address"
        case .everyone: "for all callers together"
        }
    }

    /// The limit, with the kind of key or the credential that brings it along; nil for both where the endpoint does.
    func json(keyKind: String? = nil, credential: String? = nil) -> OrderedJSON {
        let description = limit.description
        let plans = description.allowByPlan.sorted { $0.key < $1.key }.map { plan, count in
            OrderedJSON.Member(plan, count.map { OrderedJSON(integerLiteral: $0) } ?? "unlimited")
        }
        return [
            "name": .string(limit.name),
            "allow": description.allow.map { OrderedJSON(integerLiteral: $0) } ?? .object(plans),
            "per": per,
            "window": window,
            "burst": description.burst.map { OrderedJSON(integerLiteral: $0) } ?? burstByPlan,
            "by": .string(description.partition.rawValue),
            "kind": .string(description.kind.rawValue),
            "counts": description.counts == .requests ? nil : .string(description.counts.rawValue),
            "except": description.uncountedStatuses.isEmpty
                ? nil : .array(description.uncountedStatuses.map { OrderedJSON(integerLiteral: $0) }),
            "override": description.override.map(OrderedJSON.string),
            "anonymous": description.countsAnonymous ? true : nil,
            "keyKind": keyKind.map(OrderedJSON.string),
            "credential": credential.map(OrderedJSON.string),
        ]
    }

    private var burstByPlan: OrderedJSON? {
        let sizes = limit.description.burstByPlan.sorted { $0.key < $1.key }
        return sizes.isEmpty ? nil : .object(sizes.map { OrderedJSON.Member($0.key, OrderedJSON(integerLiteral: $0.value)) })
    }

    private var per: OrderedJSON {
        switch limit.description.window {
        case .sliding(let seconds), .fixed(let seconds), .fromFirst(let seconds): OrderedJSON(integerLiteral: seconds)
        case .calendar(let unit): .string(unit.rawValue)
        case .billingCycle: "billing-cycle"
        }
    }

    private var window: OrderedJSON? {
        switch limit.description.window {
        case .fixed: "fixed"
        case .fromFirst: "from-first"
        case .sliding, .calendar, .billingCycle: nil
        }
    }
}
