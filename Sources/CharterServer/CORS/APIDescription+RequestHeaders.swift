import CharterRuntime

extension APIDescription {
    /// The header fields that callers with certain credentials may send to an endpoint, beside those that browsers send unasked
    /// (<https://fetch.spec.whatwg.org/#cors-safelisted-request-header>).
    ///
    /// The field that lets a `POST` stand for another method is not among them: what may be called by `POST` need not be callable by the other.
    func requestHeaders(of endpoint: Endpoint, with alternatives: [[Credential]]) -> [String] {
        let credentials = alternatives.joined()
        var names = credentials.flatMap { [$0.place] + $0.fallbackPlaces }.compactMap(\.header)
        if endpoint.requestBody != nil { names.append("Content-Type") }
        if case .header(let name) = endpoint.idempotency?.place { names.append(name) }
        if let tenancy, endpoint.tenancy == .tenant {
            for alternative in alternatives {
                let places = alternative.isEmpty ? [tenancy.place] : alternative.map { tenancy.place(forCredential: $0.name) }
                for case .header(let name) in places { names.append(name) }
            }
        }
        if let versioning { names.append(versioning.header) }
        names += endpoint.headerParameters.map(\.name)
        let forbidden = Set(endpoint.forbiddenHeaders.map { $0.name.lowercased() })
        return names.uniqueHeaders.filter { !forbidden.contains($0.lowercased()) }
    }
}
