/// Which scope satisfies which, directly or through another.
struct ScopeClosure {
    private let scopes: [String: Scope]

    init(_ scopes: [Scope]) {
        self.scopes = Dictionary(scopes.map { ($0.name.value, $0) }) { first, _ in first }
    }

    func isDeclared(_ name: String) -> Bool {
        scopes[name] != nil
    }

    /// Whether a holder of `held` may do what needs `required`.
    func scope(_ held: String, satisfies required: String) -> Bool {
        var pending = [held]
        var seen: Set<String> = [held]
        while let name = pending.popLast() {
            if name == required { return true }
            guard let scope = scopes[name] else { continue }
            switch scope.grants.value {
            case .all: return true
            case .only(let implied):
                for next in implied where seen.insert(next.value).inserted { pending.append(next.value) }
            }
        }
        return false
    }

    /// Whether a key that can hold these scopes can hold one that satisfies `required`.
    func canSatisfy(_ required: String, with holds: ScopeSet) -> Bool {
        switch holds {
        case .all: true
        case .only(let names): names.contains { scope($0.value, satisfies: required) }
        }
    }
}
