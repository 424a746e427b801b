import CharterYAML

/// Limits that say less than they seem to.
extension ContractReader {
    mutating func reportUnlimited(_ node: MarkedNode) {
        let help = "remove the limit, or say how many are allowed on some plan"
        report("a limit that allows everything limits nothing", rule: "limit-without-effect", at: node.span, help: help)
    }

    /// A bucket is refilled as time passes: it has no window that ends, and what is used up for long cannot come in bursts.
    mutating func checkBurst(in members: Members) {
        guard let burst = members["burst"] else { return }
        let isQuota = members["kind"]?.text == "quota"
        let ends =
            ["fixed", "from-first"].contains(members["window"]?.text) || ["day", "month", "billing-cycle"].contains(members["per"]?.text)
        guard isQuota || ends else { return }
        report(
            isQuota ? "a quota has no burst" : "a window that begins and ends has no burst",
            rule: "burst-misplaced",
            at: burst.keySpan,
            help: isQuota
                ? "remove 'burst:', or write 'kind: throttle'"
                : "remove 'burst:', or let the window slide: 'per:' alone, such as 1m"
        )
    }

    /// The sizes of the bucket by plan; a plan that is not counted has none.
    mutating func burstByPlan(
        in members: Members,
        allowed: [(plan: Located<String>, count: Int?)]
    ) -> [(plan: Located<String>, size: Int)] {
        guard let node = members["burst"], node.isMapping else { return [] }
        let counted = Set(allowed.filter { $0.count != nil }.map(\.plan.value))
        return named(node, "plans") { reader, plan, value in
            guard let size = reader.integer(value, atLeast: 1) else { return nil }
            if !counted.contains(plan.value) {
                reader.report(
                    "'allow' has no number for the plan '\(plan.value)'",
                    rule: "burst-misplaced",
                    at: plan.span,
                    help: "give it one, or remove the plan here"
                )
            }
            return (plan, size.value)
        }
    }
}
