import CharterRuntime

extension APIDescription {
    /// The alternatives of an endpoint's credentials that callers in browsers can have.
    ///
    /// The keys in them are of a kind that may be used anywhere and may call, and so are the tokens. An empty one lets callers without credentials in.
    ///
    /// Tokens of which the contract does not say so, and keys without a kind, are for servers only.
    ///
    /// - Parameter environment: That of the server, whose keys are valid on it; nil where all are.
    func browserAlternatives(of endpoint: Endpoint, in environment: String?) -> [[Credential]] {
        endpoint.auth.alternatives.compactMap { names in
            let usable = names.compactMap(credential).filter { credential in
                credential.form == .jwt && credential.use == .anywhere
                    || credential.kinds.contains { kind in
                        kind.use == .anywhere && endpoint.keyKinds.contains(kind.name)
                            && (environment == nil || kind.environment == nil || kind.environment == environment)
                    }
            }
            return usable.count == names.count ? usable : nil
        }
    }

    /// The names of the header fields in which credentials are sent.
    var credentialHeaders: [String] {
        credentials.flatMap { [$0.place] + $0.fallbackPlaces }.compactMap(\.header).uniqueHeaders
    }
}

extension [String] {
    /// The names of header fields, each once whatever its capitals (RFC 9110 §5.1), in their order.
    var uniqueHeaders: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0.lowercased()).inserted }
    }
}
