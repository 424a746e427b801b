import CharterRuntime

extension APIDescription {
    /// The credential with which the order of checks is tried: the first one with which somebody may call.
    ///
    /// - Returns: nil where a request needs several credentials at once, each of which can have a fault of its own.
    func orderedCredential(of endpoint: Endpoint) -> Credential? {
        guard endpoint.auth.alternatives.allSatisfy({ $0.count <= 1 }) else { return nil }
        let callers = callers(of: endpoint)
        return endpoint.auth.names.first { name in callers.contains { $0.credential == name } }.flatMap(credential)
    }
}
