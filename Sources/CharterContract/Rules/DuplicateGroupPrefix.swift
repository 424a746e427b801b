/// Two groups of one prefix would both be the nearest to their endpoints.
package struct DuplicateGroupPrefix: ContractRule {
    package static let name = "duplicate-group-prefix"

    package func check(_ contract: Contract) -> [Diagnostic] {
        var first: [String: Group] = [:]
        return contract.groups.compactMap { group in
            guard let other = first[group.prefix.value.shape] else {
                first[group.prefix.value.shape] = group
                return nil
            }
            return Diagnostic(
                .error,
                "the groups '\(other.name.value)' and '\(group.name.value)' have the same prefix",
                rule: Self.name,
                at: group.prefix.span,
                notes: [Diagnostic.Note("the other one stands here", at: other.prefix.span)],
                help: "make them one group"
            )
        }
    }
}
