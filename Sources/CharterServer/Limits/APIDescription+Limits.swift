public import CharterRuntime

extension APIDescription {
    /// The limit of that name, or nil.
    public func limit(named name: String) -> Limit? {
        limits.first { $0.name == name }
    }

    /// The limits that count a request, each once: the endpoint's own, then those of the credentials that it was let in by, and of their kinds.
    ///
    /// - Parameter credentials: The names of these credentials, each with the kind of its key, or nil for one without kinds.
    public func limits(of endpoint: Endpoint, credentials: [(name: String, kind: String?)]) -> [Limit] {
        let brought = credentials.flatMap { name, kind in
            let credential = credential(named: name)
            return (credential?.limits ?? []) + (kind.flatMap { credential?.kind(named: $0) }?.limits ?? [])
        }
        return (endpoint.limits + brought).uniqued.compactMap(limit(named:))
    }
}
