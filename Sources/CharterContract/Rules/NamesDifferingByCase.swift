/// Names that differ only in capitals are one name to people, and on some file systems and in some URLs to machines.
package struct NamesDifferingByCase: AdvisoryRule {
    package static let name = "names-differing-by-case"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let sections = [
            contract.credentials.map(\.name), contract.limits.map(\.name), contract.paginations.map(\.name), contract.groups.map(\.name),
        ]
        let paths = contract.endpoints.map(\.path).flatMap { path in
            path.value.literals.map { Located($0, at: path.span, isAssumed: false) }
        }
        return (sections + [paths]).flatMap(clashes)
    }

    private func clashes(_ names: [Located<String>]) -> [Diagnostic] {
        var first: [String: Located<String>] = [:]
        var told: Set<String> = []
        return names.compactMap { name in
            guard let other = first[name.value.lowercased()] else {
                first[name.value.lowercased()] = name
                return nil
            }
            guard other.value != name.value, told.insert(name.value).inserted else { return nil }
            return Self.diagnostic(
                "'\(other.value)' and '\(name.value)' differ only in capitals",
                at: name.span,
                notes: [Diagnostic.Note("the other one stands here", at: other.span)],
                help: "write both alike, or rename one of them"
            )
        }
    }
}

extension PathPattern {
    /// The texts between its slashes that are no parameters.
    var literals: [String] {
        segments.compactMap { if case .literal(let text) = $0 { text } else { nil } }
    }
}
