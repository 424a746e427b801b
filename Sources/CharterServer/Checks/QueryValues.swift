import CharterRuntime

/// The values in a request's query, by name, in the order in which they came.
struct QueryValues: Sendable {
    private let encoded: [String: [Substring]]
    /// The names, each once, in the order in which they came first.
    let names: [String]

    /// Reads a raw query, as it stands behind the question mark.
    ///
    /// A name that is not encoded well is nobody's parameter.
    init(_ query: String) {
        var encoded: [String: [Substring]] = [:]
        var names: [String] = []
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decode(parts[0], plusIsSpace: true) else { continue }
            if encoded[name] == nil { names.append(name) }
            encoded[name, default: []].append(parts.count > 1 ? parts[1] : "")
        }
        self.encoded = encoded
        self.names = names
    }

    /// The values of that name; nil for each that is not encoded well.
    func decodedValues(of name: String) -> [String?] {
        encoded[name]?.map { PercentEncoding.decode($0, plusIsSpace: true) } ?? []
    }

    /// The number of times the name is there.
    func count(of name: String) -> Int {
        encoded[name]?.count ?? 0
    }
}
