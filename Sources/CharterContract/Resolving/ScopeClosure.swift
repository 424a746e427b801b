/// Which scope satisfies which, directly or through another.
struct ScopeClosure: Sendable {
    private let grants: [String: ScopeNames]

    init(_ scopes: [Scope]) {
        grants = scopes.keyed(by: \.name.value).mapValues(\.grants.value.resolved)
    }

    func isDeclared(_ name: String) -> Bool {
        grants[name] != nil
    }

    /// Whether a holder of `held` may do what needs `required`.
    func scope(_ held: String, satisfies required: String) -> Bool {
        var pending = [held]
        var seen: Set<String> = [held]
        while let name = pending.popLast() {
            if name == required { return true }
            switch grants[name] {
            case .all: return true
            case .only(let implied): pending += implied.filter { seen.insert($0).inserted }
            case nil: break
            }
        }
        return false
    }

    /// Whether a key that can hold these scopes can hold one that satisfies `required`.
    func canSatisfy(_ required: String, with holds: ScopeNames) -> Bool {
        switch holds {
        case .all: true
        case .only(let names): names.contains { scope($0, satisfies: required) }
        }
    }
}
