public import CharterRuntime

extension APIDescription {
    /// The base URL of the first server on which keys of certain kinds are all valid.
    ///
    /// - Precondition: There is such a server. Where the keys are of environments that have no server in common, as a live key and a
    ///   test key at once, a client says itself where the API is served: a key goes to no server for which it was not made.
    public func serverURL(for keys: (some KeyRing).Type) -> String {
        guard let server = server(for: keys) else {
            preconditionFailure("no server of \(name) takes \(keys) in its environment: give the client a 'baseURL' of its own")
        }
        return server.url
    }

    /// The first server on which keys of certain kinds are all valid; nil where there is none.
    public func server(for keys: (some KeyRing).Type) -> Server? {
        let environments = keys.kinds.compactMap { credential(named: $0.credential)?.kind(named: $0.kind)?.environment }
        return servers.first { server in
            environments.allSatisfy { server.environment == nil || server.environment == $0 }
        }
    }
}
