public import CharterRuntime

extension APIDescription {
    /// The base URL of the first server on which keys of certain kinds are all valid; of the first one where there is none.
    public func serverURL(for keys: (some KeyRing).Type) -> String {
        let environments = keys.kinds.compactMap { credential(named: $0.credential)?.kind(named: $0.kind)?.environment }
        let valid = servers.first { server in
            environments.allSatisfy { server.environment == nil || server.environment == $0 }
        }
        return (valid ?? servers.first)?.url ?? ""
    }
}
