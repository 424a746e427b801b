import CharterRuntime
import HTTPTypes

/// Makes texts of requests that can be logged: without what stands in the places of an API's credentials, and without whatever looks like one elsewhere.
public struct Redaction: Sendable {
    /// What stands in place of a secret.
    public static let mark = "[redacted]"

    /// The names of query parameters that hold credentials, in lower case.
    private let parameters: Set<String>
    /// The words that may stay in front of a credential, by the name of the header field that holds it; all in lower case.
    private let schemes: [String: Set<String>]
    private let keys: SecretScanner

    /// Hides the credentials of an API.
    ///
    /// The keys by which calls are repeated are hidden too, for the remembered answers of calls can be opened with them.
    public init(_ api: APIDescription) {
        parameters = Set(api.secretParameters.map { $0.lowercased() })
        var schemes: [String: Set<String>] = [
            "authorization": ["basic", "bearer"], "proxy-authorization": ["basic", "bearer"], "cookie": [], "set-cookie": [],
        ]
        for place in api.credentials.flatMap({ [$0.place] + $0.fallbackPlaces }) {
            guard let header = place.header?.lowercased() else { continue }
            schemes[header, default: []].formUnion(place.scheme.map { [$0.lowercased()] } ?? [])
        }
        for endpoint in api.endpoints {
            if case .header(let name) = endpoint.idempotency?.place { schemes[name.lowercased()] = [] }
        }
        self.schemes = schemes
        keys = SecretScanner(prefixes: api.credentials.flatMap(\.kinds).map(\.prefix))
    }

    /// A text, with whatever in it looks like a key of the API, or like a JSON Web Token, hidden.
    public func text(_ text: String) -> String {
        keys.redacted(text)
    }

    /// A URL, or the path and query of one, with its secrets hidden; all else stays as it is.
    public func url(_ url: String) -> String {
        let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let segments = withoutUser(parts[0]).split(separator: "/", omittingEmptySubsequences: false)
        let path = segments.map { component($0) }.joined(separator: "/")
        guard parts.count > 1 else { return path }
        return "\(path)?\(parts[1].split(separator: "&", omittingEmptySubsequences: false).map(pair).joined(separator: "&"))"
    }

    /// The header fields of a request or a reply, with their secrets hidden.
    public func fields(_ fields: HTTPFields) -> HTTPFields {
        HTTPFields(fields.map { HTTPField(name: $0.name, value: value(of: $0)) })
    }

    private func value(of field: HTTPField) -> String {
        let name = field.name.canonicalName
        if let words = schemes[name] {
            // Anything else in front of a space may be a part of the secret.
            let word = field.value.prefix { $0 != " " }
            return word.endIndex != field.value.endIndex && words.contains(word.lowercased()) ? "\(word) \(Self.mark)" : Self.mark
        }
        return name == "referer" ? url(field.value) : text(field.value)
    }

    private func pair(_ pair: Substring) -> String {
        let name = pair.prefix { $0 != "=" }
        guard name.endIndex != pair.endIndex, let decoded = PercentEncoding.decode(name, plusIsSpace: true)?.lowercased(),
            parameters.contains(decoded)
        else { return component(pair, plusIsSpace: true) }
        return "\(name)=\(Self.mark)"
    }

    /// A part of a URL, decoded if something in it is hidden: what is encoded would not be found.
    private func component(_ part: Substring, plusIsSpace: Bool = false) -> String {
        let decoded = PercentEncoding.decode(part, plusIsSpace: plusIsSpace) ?? String(part)
        let redacted = text(decoded)
        return redacted == decoded ? String(part) : redacted
    }

    /// A URL without what stands in front of its host (RFC 3986 §3.2.1).
    private func withoutUser(_ url: Substring) -> Substring {
        let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count > 2, parts[0].hasSuffix(":"), parts[1].isEmpty, let at = parts[2].lastIndex(of: "@") else { return url }
        return "\(parts[0])//\(Self.mark)\(url[at...])"
    }
}
