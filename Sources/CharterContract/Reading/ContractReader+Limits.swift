import CharterRuntime
import CharterYAML

/// How often something may be done, and what responses say of it.
extension ContractReader {
    mutating func plan(_ name: Located<String>, _ node: MarkedNode) -> Plan? {
        checkIdentifier(name, "plan")
        return description(node).map { Plan(name: name, about: $0) }
    }

    mutating func limit(_ name: Located<String>, _ node: MarkedNode) -> Limit? {
        let keys = ["allow", "per", "window", "burst", "by", "kind", "plans", "override", "counts", "except", "anonymous", "about"]
        guard let members = members(node, of: "a limit", keys: keys, example: "{ allow: 100, per: 1s, by: key }") else { return nil }
        checkIdentifier(name, "limit")
        let (allow, byPlan) = allowance(in: members)
        checkBurst(in: members)
        return Limit(
            name: name,
            allow: allow,
            allowByPlan: byPlan,
            window: window(in: members) ?? Located(.sliding(seconds: 1), at: node.span, isAssumed: false),
            burst: members["burst"].flatMap { $0.isMapping ? nil : integer($0, atLeast: 1) },
            burstByPlan: burstByPlan(in: members, allowed: byPlan),
            by: requiredText("by", in: members),
            kind: members["kind"].flatMap { word($0) } ?? Located(.throttle, at: node.span, isAssumed: node.isAssumed),
            counts: members["counts"].flatMap { word($0, among: [.requests, .effects]) },
            uncountedStatuses: members["except"].map { statuses($0, in: 200...599) } ?? [],
            override: members["override"].flatMap { $0.isNone ? nil : text($0) },
            countsAnonymous: members["anonymous"].flatMap { yesOrNo($0) },
            about: description(members["about"])
        )
    }

    /// A number, a number for certain plans, or a map of plans to numbers.
    private mutating func allowance(in members: Members) -> (Located<Int>?, [(plan: Located<String>, count: Int?)]) {
        let plans = members["plans"].map { texts($0) } ?? []
        checkDistinct(plans)
        guard let node = required("allow", in: members) else { return (nil, []) }
        guard node.isMapping else {
            if node.text == "unlimited" {
                reportUnlimited(node)
                return (nil, [])
            }
            let help = "write digits alone, such as 1000; 'per:' says in which time"
            let count = integer(node, atLeast: 1, help: help) ?? Located(1, at: node.span, isAssumed: false)
            return members["plans"] == nil ? (count, []) : (nil, plans.map { ($0, count.value) })
        }
        if let named = members["plans"] {
            report(
                "'allow' names its plans itself",
                rule: "plans-twice",
                at: named.keySpan,
                notes: [Diagnostic.Note("'allow' stands here", at: node.keySpan)],
                help: "remove 'plans:'"
            )
        }
        let byPlan = self.named(node, "plans") { reader, plan, value -> (plan: Located<String>, count: Int?)? in
            if value.text == "unlimited" { return reader.text(value).map { _ in (plan, nil) } }
            guard value.text.flatMap({ Int($0) }) != nil else {
                reader.wrongType(value, expected: "a whole number of at least 1 or 'unlimited'")
                return nil
            }
            return reader.integer(value, atLeast: 1).map { (plan, $0.value) }
        }
        if !byPlan.isEmpty, byPlan.allSatisfy({ $0.count == nil }) { reportUnlimited(node) }
        return (nil, byPlan)
    }

    /// `per` and `window`: a length of time that goes on in one of three ways, a stretch of the calendar, or from bill to bill.
    private mutating func window(in members: Members) -> Located<APIDescription.Limit.Window>? {
        let kind = members["window"].flatMap { word($0, ["sliding", "fixed", "from-first"]) }
        guard let per = required("per", in: members) else { return nil }
        let named: [String: APIDescription.Limit.Window] = [
            "day": .calendar(.day), "month": .calendar(.month), "billing-cycle": .billingCycle,
        ]
        if let text = per.text, let window = named[text] {
            if let kind {
                report(
                    "'\(text)' begins and ends by itself",
                    rule: "window-misplaced",
                    at: kind.span,
                    help: "remove 'window:', or give 'per:' a length of time such as 24h"
                )
            }
            return self.text(per)?.map { _ in window }
        }
        let help = "write a whole number and a unit, such as 1s, 15m, 24h or 30d; or day, month or billing-cycle"
        return duration(per, help: help)?.map { seconds in
            switch kind?.value {
            case "fixed": .fixed(seconds: seconds)
            case "from-first": .fromFirst(seconds: seconds)
            default: .sliding(seconds: seconds)
            }
        }
    }

    /// A list of statuses.
    mutating func statuses(_ node: MarkedNode, in range: ClosedRange<Int>) -> [Int] {
        let texts = texts(node)
        checkDistinct(texts)
        return texts.compactMap { status($0, in: range, at: $0.span)?.value }
    }

    mutating func limitHeaders(_ node: MarkedNode) -> Located<APIDescription.LimitHeaders>? {
        guard let members = members(node, of: "'limitHeaders'", keys: ["retryAfter", "draft", "legacy", "on"]) else { return nil }
        let headers = APIDescription.LimitHeaders(
            retryAfter: members["retryAfter"].flatMap { yesOrNo($0)?.value } ?? true,
            draft: members["draft"].flatMap { yesOrNo($0)?.value } ?? false,
            legacy: members["legacy"].flatMap { $0.isNone ? nil : legacyHeaders($0) },
            onRefusalsOnly: members["on"].flatMap { word($0, ["all", "refused"])?.value } == "refused"
        )
        return Located(headers, at: node.span, isAssumed: node.isAssumed)
    }

    private mutating func legacyHeaders(_ node: MarkedNode) -> APIDescription.LimitHeaders.Legacy? {
        guard let members = members(node, of: "'legacy'", keys: ["limit", "remaining", "reset", "resetIn"]) else { return nil }
        let names = ["limit", "remaining", "reset"].map { key in members[key].flatMap { headerName($0) } }
        if let reset = members["reset"], members["resetIn"] == nil {
            report(
                "'legacy' does not say what the end of a window is told in",
                rule: "missing-key",
                at: reset.keySpan,
                help: "add 'resetIn: seconds' or 'resetIn: epoch'"
            )
        }
        checkDistinct(names.compactMap { $0 })
        return APIDescription.LimitHeaders.Legacy(
            limit: names[0]?.value,
            remaining: names[1]?.value,
            reset: names[2]?.value,
            resetUnit: members["resetIn"].flatMap { word($0, among: [.seconds, .epochSeconds])?.value } ?? .seconds
        )
    }

    /// The name of a header field.
    mutating func headerName(_ node: MarkedNode) -> Located<String>? {
        let expected = "the name of a header field"
        if node.isNull || node.text == "" { wrongType(node, expected: expected) }
        guard !node.isNull, let name = text(node, expected: expected), !name.value.isEmpty else { return nil }
        return checkHeaderName(name) ? name : nil
    }
}
