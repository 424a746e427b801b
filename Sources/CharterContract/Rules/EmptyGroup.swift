/// A group without endpoints gives its defaults to nobody: most often its prefix is mistyped.
package struct EmptyGroup: AdvisoryRule {
    package static let name = "empty-group"

    package func check(_ contract: Contract) -> [Diagnostic] {
        contract.emptyGroups.map { group in
            Self.diagnostic(
                "no endpoint lies below the prefix of the group '\(group.name.value)'",
                at: group.prefix.span,
                help: "mend the prefix, or remove the group"
            )
        }
    }
}

extension Contract {
    /// The groups below whose prefix no endpoint lies.
    var emptyGroups: [Group] {
        let prefixes = Set(endpoints.map(\.path.value).flatMap { path in (0...path.segments.count).map { path.shape(ofFirst: $0) } })
        return groups.filter { !prefixes.contains($0.prefix.value.shape) }
    }
}

extension PathPattern {
    /// The shape of the path that its first segments make.
    fileprivate func shape(ofFirst count: Int) -> String {
        PathPattern(segments: Array(segments.prefix(count))).shape
    }
}
