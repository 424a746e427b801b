import CharterRuntime

extension APIDescription {
    /// Those of some scopes that a credential may hold whose kind holds `cap` at most.
    ///
    /// A scope is within the cap if the cap names it, or names one that implies it.
    func scopes(_ held: Set<String>, within cap: ScopeSet) -> Set<String> {
        switch cap {
        case .all: held
        case .only(let names): held.filter { scopes(Set(names), satisfy: $0) }
        }
    }
}
