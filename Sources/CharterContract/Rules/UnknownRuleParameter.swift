/// A rule binds query parameters of its endpoint that may be absent; the ends of a stretch of time are of one type.
package struct UnknownRuleParameter: ContractRule {
    package static let name = "unknown-rule-parameter"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.typesByName
        return contract.endpoints.flatMap { endpoint in
            let fields = endpoint.query.keyed(by: \.name.value)
            return endpoint.details.rules.flatMap { rule -> [Diagnostic] in
                let unknown = rule.parameters.filter { fields[$0.value] == nil }
                guard unknown.isEmpty else { return unknown.map { self.unknown($0, among: Array(fields.keys)) } }
                let bound = rule.parameters.compactMap { fields[$0.value] }
                return (rule.kind.isStretch ? mixed(rule, bound, types) : idle(rule, bound)).map { [$0] } ?? []
            }
        }
    }

    private func unknown(_ name: Located<String>, among names: [String]) -> Diagnostic {
        let help = nearestName(to: name.value, among: names.sorted()).map { "did you mean '\($0)'?" } ?? "declare it under 'query:'"
        return Diagnostic(.error, "there is no query parameter '\(name.value)'", rule: Self.name, at: name.span, help: help)
    }

    /// Both ends of a stretch are instants, or both are days.
    private func mixed(_ rule: Endpoint.Rule, _ bound: [Field], _ types: [String: TypeDeclaration]) -> Diagnostic? {
        let scalars = bound.map { types.scalar(of: $0.type) }
        if scalars.allSatisfy({ $0 == .timestamp }) || scalars.allSatisfy({ $0 == .date }) { return nil }
        let message = "'\(bound[0].name.value)' and '\(bound[1].name.value)' are no stretch of time"
        return Diagnostic(.error, message, rule: Self.name, at: rule.span, help: "make both a timestamp, or both a date")
    }

    /// What must be there anyway leaves such a rule nothing to say.
    private func idle(_ rule: Endpoint.Rule, _ bound: [Field]) -> Diagnostic? {
        guard let field = bound.first(where: { !$0.isOptional }) else { return nil }
        let message = "'\(field.name.value)' must be there, so '\(rule.kind.rawValue)' cannot hold for it"
        return Diagnostic(.error, message, rule: Self.name, at: rule.span, help: "put a '?' behind its name, or leave it out of the rule")
    }
}
