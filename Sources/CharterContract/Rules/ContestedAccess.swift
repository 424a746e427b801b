import CharterYAML

/// Who may call is said in one place: where a group and a method say it differently, the group goes first, and few readers know.
package struct ContestedAccess: AdvisoryRule {
    package static let name = "contested-access"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let index = GroupIndex(contract)
        return contract.endpoints.flatMap { endpoint -> [Diagnostic] in
            guard let method = index.defaults(of: endpoint.method.value)?.facts else { return [] }
            let own = endpoint.own.facts
            let groups = index.groups(of: endpoint.path.value).map { (name: $0.name.value, facts: $0.defaults.facts) }
            return ["auth", "scope", "role"].compactMap { key in
                guard own[key] == nil, let other = method[key], let group = groups.first(where: { $0.facts[key] != nil }),
                    let fact = group.facts[key], fact.words != other.words
                else { return nil }
                return Self.diagnostic(
                    "'\(endpoint.id.value)' has the '\(key)' of the group '\(group.name)', not that of \(endpoint.method.value.rawValue)",
                    at: endpoint.id.span,
                    notes: [.init("the group says it here", at: fact.span), .init("the method says it here", at: other.span)],
                    help: "write '\(key):' at the endpoint"
                )
            }
        }
    }
}
