/// Which scope satisfies which, directly or through another.
struct ScopeClosure {
    private let grants: [String: ScopeNames]

    init(_ scopes: [Scope]) {
        self.init(scopes.map { ($0.name.value, $0.grants.value.resolved) })
    }

    init(_ scopes: [ResolvedScope]) {
        self.init(scopes.map { ($0.name, $0.grants) })
    }

    private init(_ grants: [(String, ScopeNames)]) {
        self.grants = Dictionary(grants) { first, _ in first }
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
    func canSatisfy(_ required: String, with holds: ScopeSet) -> Bool {
        switch holds {
        case .all: true
        case .only(let names): names.contains { scope($0.value, satisfies: required) }
        }
    }
}
