import CharterRuntime

/// Takes the keys of fixtures out of texts.
struct Redaction: Sendable {
    private let replacements: [(secret: String, shown: String)]

    init(of fixtures: Fixtures, in api: APIDescription) {
        let headers = Set(api.credentials.map(\.place.headerName))
        let prefixes = api.credentials.flatMap(\.kinds).map(\.prefix)
        let secrets = Set(fixtures.credentials.flatMap(\.headers).filter { headers.contains($0.key.lowercased()) }.map(\.value))
        // A key may begin like a shorter one.
        replacements = secrets.filter { !$0.isEmpty }.sorted { ($1.count, $0) < ($0.count, $1) }.map { secret in
            (secret, (prefixes.first(where: secret.hasPrefix) ?? "") + "…")
        }
    }

    /// The text with each key cut to its prefix and an ellipsis.
    func apply(to text: String) -> String {
        replacements.reduce(text) { $0.replacing($1.secret, with: $1.shown) }
    }
}

extension APIDescription.Credential.Place {
    fileprivate var headerName: String {
        switch self {
        case .header(let name): name.lowercased()
        }
    }
}
