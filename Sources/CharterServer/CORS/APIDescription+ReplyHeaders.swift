import CharterRuntime

extension APIDescription {
    /// The header fields that an endpoint's replies can have by its documentation, without those that scripts can read anyway
    /// (<https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name>).
    func replyHeaders(of endpoint: Endpoint) -> [String] {
        var names = responseHeaders.keys.sorted()
        if !responseHeaders.values.contains(.requestID) { names.append("X-Request-Id") }
        names += endpoint.success.headers.map(\.name)
        if endpoint.success.location != nil { names.append("Location") }
        if let paging = endpoint.paging, !paging.members.linkRelations.isEmpty { names.append("Link") }
        if let header = endpoint.idempotency?.replayHeader { names.append(header) }
        if let deprecation = endpoint.deprecation {
            if deprecation.since != nil { names.append("Deprecation") }
            if deprecation.sunset != nil { names.append("Sunset") }
        }
        let credentials = endpoint.auth.names.compactMap(credential)
        if credentials.contains(where: { $0.challenge != nil }) { names.append("WWW-Authenticate") }
        if !endpoint.limits.isEmpty || credentials.contains(where: { !$0.limits.isEmpty || $0.kinds.contains { !$0.limits.isEmpty } }) {
            names += limitHeaders.names
        }
        return names.uniqueHeaders.filter { !Self.readableAnyway.contains($0.lowercased()) }
    }

    private static let readableAnyway: Set<String> = [
        "cache-control", "content-language", "content-length", "content-type", "expires", "last-modified", "pragma",
    ]
}

extension APIDescription.LimitHeaders {
    /// The names of all fields that say something of limits.
    fileprivate var names: [String] {
        (retryAfter ? ["Retry-After"] : []) + (draft ? ["RateLimit", "RateLimit-Policy"] : [])
            + [legacy?.limit, legacy?.remaining, legacy?.reset].compactMap(\.self)
    }
}
