import CharterRuntime

/// Which scope satisfies which, directly or through another.
struct ScopeClosure: Sendable {
    private let grants: [String: ScopeNames]

    init(_ scopes: [Scope]) {
        grants = scopes.keyed(by: \.name.value).mapValues(\.grants.value.resolved)
    }

    /// Whether the name is that of a scope, or a wildcard for at least one.
    func isDeclared(_ name: String) -> Bool {
        grants[name] != nil || !matching(name).isEmpty
    }

    /// The scopes that a wildcard stands for; none for a name.
    private func matching(_ name: String) -> [String] {
        guard name.hasSuffix("*") else { return [] }
        return grants.keys.filter { APIDescription.ScopeSet.matches(name, $0) }
    }

    /// Whether a holder of `held` may do what needs `required`.
    func scope(_ held: String, satisfies required: String) -> Bool {
        var pending = [held]
        var seen: Set<String> = [held]
        while let name = pending.popLast() {
            if APIDescription.ScopeSet.matches(name, required) { return true }
            pending += matching(name).filter { seen.insert($0).inserted }
            switch grants[name] {
            case .all: return true
            case .only(let implied): pending += implied.filter { seen.insert($0).inserted }
            case nil: break
            }
        }
        return false
    }

    /// Whether callers who can hold these scopes between them can hold what a requirement asks for.
    func canSatisfy(_ required: APIDescription.Requirement, with holds: [ScopeNames]) -> Bool {
        required.alternatives.contains { names in
            names.allSatisfy { name in holds.contains { canSatisfy(name, with: $0) } }
        }
    }

    /// Whether a key that can hold these scopes can hold one that satisfies `required`.
    func canSatisfy(_ required: String, with holds: ScopeNames) -> Bool {
        switch holds {
        case .all: true
        case .only(let names): names.contains { scope($0, satisfies: required) }
        }
    }
}
