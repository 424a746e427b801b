public import CharterRuntime

extension APIDescription {
    /// The base URL of the first server on which keys of a kind are valid; of the first one where they are valid on none.
    public func serverURL(for key: (some APIKey).Type) -> String {
        let environment = credential(named: key.credential)?.kind(named: key.kind)?.environment
        let valid = servers.first { environment == nil || $0.environment == nil || $0.environment == environment }
        return (valid ?? servers.first)?.url ?? ""
    }
}
