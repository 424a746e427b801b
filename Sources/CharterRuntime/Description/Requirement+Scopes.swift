extension APIDescription {
    /// Whether a credential that holds `held` has what a requirement of scopes asks for.
    public func scopes(_ held: Set<String>, satisfy requirement: Requirement) -> Bool {
        requirement.alternatives.contains { $0.allSatisfy { scopes(held, satisfy: $0) } }
    }
}
