import CharterRuntime
import HTTPTypes

/// The URL of a request, of which others are made by changing a parameter.
///
/// It begins as the API's server does and not as the request says: behind a proxy the scheme of a request is another than its caller's,
/// and its `Host` is whatever the caller writes.
struct RequestURL: Sendable {
    private let base: String
    private let pairs: [Substring]

    /// - Parameters:
    ///   - base: The URL without its query.
    ///   - head: The request, whose query is taken.
    ///   - secrets: The names of query parameters that are left out.
    init(_ base: String, _ head: HTTPRequest, secrets: Set<String>) {
        self.base = base
        let target = (head.path ?? "").prefix { $0 != "#" }
        let query = target.firstIndex(of: "?").map { target[$0...].dropFirst() } ?? ""
        pairs = query.split(separator: "&").filter { !secrets.contains(Self.name(of: $0)) }
    }

    /// The URL with another value in a query parameter, and without some other parameters.
    func with(_ value: String, in parameter: String, without others: [String] = []) -> String {
        let rest = without([parameter] + others)
        return "\(rest)\(rest == base ? "?" : "&")\(PercentEncoding.encode(parameter))=\(PercentEncoding.encode(value))"
    }

    /// The URL without some parameters.
    func without(_ parameters: [String]) -> String {
        let kept = pairs.filter { !parameters.contains(Self.name(of: $0)) }
        return kept.isEmpty ? base : "\(base)?\(kept.joined(separator: "&"))"
    }

    private static func name(of pair: Substring) -> String {
        PercentEncoding.decode(pair.prefix { $0 != "=" }, plusIsSpace: true) ?? ""
    }
}

extension RequestURL {
    init(_ exchange: Exchange, secrets: Set<String>) {
        self.init(exchange.url, exchange.head, secrets: secrets)
    }
}

extension APIDescription {
    /// The query parameters that hold credentials.
    var secretParameters: Set<String> {
        var names: Set<String> = []
        for credential in credentials {
            for case .query(let name) in [credential.place] + credential.fallbackPlaces { names.insert(name) }
        }
        return names
    }
}
