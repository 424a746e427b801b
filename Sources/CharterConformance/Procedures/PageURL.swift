import CharterRuntime

/// The parts of a URL that a page gives for the next one (RFC 3986 §3); scheme and host are those of the server under test.
struct PageURL {
    /// The path, as it is encoded.
    let path: String
    /// The query, decoded.
    let query: [EndpointRequest.QueryItem]

    init(_ text: String) {
        let parts = text.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = parts.first ?? ""
        path = String(whole.firstRange(of: "://").map { whole[$0.upperBound...].drop { $0 != "/" } } ?? whole)
        query = (parts.dropFirst().first ?? "").split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { half in
                PercentEncoding.decode(half, plusIsSpace: true) ?? String(half)
            }
            return EndpointRequest.QueryItem(halves.first ?? "", halves.dropFirst().first ?? "")
        }
    }
}
