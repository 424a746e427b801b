import CharterRuntime

/// The values in a request's query, by name, in the order in which they came.
struct QueryValues: Sendable {
    private let encoded: [String: [Substring]]

    /// Reads a raw query, as it stands behind the question mark.
    ///
    /// A name that is not encoded well is nobody's parameter.
    init(_ query: String) {
        var encoded: [String: [Substring]] = [:]
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decode(parts[0], plusIsSpace: true) else { continue }
            encoded[name, default: []].append(parts.count > 1 ? parts[1] : "")
        }
        self.encoded = encoded
    }

    /// The one value of that name; nil if it is absent or not encoded well.
    subscript(name: String) -> String? {
        encoded[name]?.first.flatMap { PercentEncoding.decode($0, plusIsSpace: true) }
    }

    /// The number of times the name is there.
    func count(of name: String) -> Int {
        encoded[name]?.count ?? 0
    }

    /// What is wrong with the way in which a value is given, whatever it says; nil if it is absent or well given.
    func fault(of name: String) -> Problem.FieldFault? {
        switch count(of: name) {
        case 0: nil
        case 1: self[name] == nil ? .init(field: "query.\(name)", message: "is not percent-encoded UTF-8") : nil
        default: .init(field: "query.\(name)", message: "must not be repeated")
        }
    }
}
