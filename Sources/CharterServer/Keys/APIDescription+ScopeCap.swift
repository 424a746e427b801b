import CharterRuntime

extension APIDescription {
    /// Those of some scopes that a credential may hold which holds `cap` at most.
    ///
    /// A scope is within the cap if the cap names it, or names one that implies it. A wildcard stands for the scopes of the API that
    /// it names, and what is left of it are those.
    func scopes(_ held: Set<String>, within cap: ScopeSet) -> Set<String> {
        switch cap {
        case .all: held
        case .only(let names) where held.allSatisfy(names.contains): held
        case .only(let names):
            Set(
                held.flatMap { name in
                    names.contains(name) || !name.hasSuffix("*") ? [name] : scopes.map(\.name).filter { ScopeSet.matches(name, $0) }
                }
            ).filter { names.contains($0) || scopes(Set(names), satisfy: $0) }
        }
    }
}
