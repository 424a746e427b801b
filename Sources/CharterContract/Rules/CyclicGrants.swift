/// Scopes that grant one another are one scope with several names.
package struct CyclicGrants: AdvisoryRule {
    package static let name = "cyclic-grants"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let grants = contract.scopes.keyed(by: \.name.value).mapValues { $0.grants.value.names.map(\.value) }
        var told: Set<String> = []
        return contract.scopes.compactMap { scope in
            guard !told.contains(scope.name.value), let circle = circle(from: scope.name.value, grants) else { return nil }
            told.formUnion(circle)
            let through = circle.dropFirst().map { "'\($0)'" }.inWords(conjunction: "and")
            return Self.diagnostic(
                "the scope '\(scope.name.value)' grants itself\(through.isEmpty ? "" : " through \(through)")",
                at: scope.grants.span,
                help: "leave one of the grants out"
            )
        }
    }

    /// The shortest way from a scope back to itself, without its end.
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
