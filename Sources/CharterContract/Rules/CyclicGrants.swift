/// Scopes or roles that grant one another are one with several names.
package struct CyclicGrants: AdvisoryRule {
    package static let name = "cyclic-grants"

    package func check(_ contract: Contract) -> [Diagnostic] {
        circles(of: "scope", contract.scopes.map { ($0.name, $0.grants) })
            + circles(of: "role", contract.roles.map { ($0.name, $0.grants) })
    }

    private func circles(of subject: String, _ declared: [(name: Located<String>, grants: Located<ScopeSet>)]) -> [Diagnostic] {
        let grants = declared.keyed(by: \.name.value).mapValues { $0.grants.value.names.map(\.value) }
        var told: Set<String> = []
        return declared.compactMap { name, set in
            guard !told.contains(name.value), let circle = circle(from: name.value, grants) else { return nil }
            told.formUnion(circle)
            let through = circle.dropFirst().map { "'\($0)'" }.inWords(conjunction: "and")
            return Self.diagnostic(
                "the \(subject) '\(name.value)' grants itself\(through.isEmpty ? "" : " through \(through)")",
                at: set.span,
                help: "leave one of the grants out"
            )
        }
    }

    /// The shortest way from a name back to itself, without its end.
    private func circle(from start: String, _ grants: [String: [String]]) -> [String]? {
        var before: [String: String] = [:]
        var pending = [start][...]
        while let name = pending.popFirst() {
            for granted in grants[name] ?? [] {
                if granted == start {
                    var circle = [name]
                    while let last = circle.last, let previous = before[last] { circle.append(previous) }
                    return circle.reversed()
                }
                if before[granted] == nil {
                    before[granted] = name
                    pending.append(granted)
                }
            }
        }
        return nil
    }
}
