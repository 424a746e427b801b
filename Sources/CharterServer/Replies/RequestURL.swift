import CharterRuntime
import HTTPTypes

/// The URL of a request, of which others are made by changing a parameter.
///
/// Where the request does not say its authority, the URL begins with its path.
struct RequestURL: Sendable {
    private let base: String
    private let pairs: [Substring]

    /// Takes the URL of a request without the query parameters that `secrets` names.
    init(_ head: HTTPRequest, secrets: Set<String>) {
        let target = (head.path ?? "/").prefix { $0 != "#" }
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let origin = head.authority.map { "\(head.scheme ?? "https")://\($0)" } ?? ""
        base = origin + parts[0]
        pairs = (parts.count > 1 ? parts[1].split(separator: "&") : []).filter { !secrets.contains(Self.name(of: $0)) }
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
