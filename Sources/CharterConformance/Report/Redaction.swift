import CharterRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Takes the keys of fixtures out of texts.
struct Redaction: Sendable {
    /// Less than that may stand in a text by chance.
    private static let shortestRest = 8

    private let replacements: [(secret: String, shown: String)]

    init(of fixtures: Fixtures, in api: APIDescription) {
        let prefixes = api.credentials.flatMap(\.kinds).map(\.prefix).filter { !$0.isEmpty }
        let places = api.credentials.flatMap { [$0.place] + $0.fallbackPlaces }
        let secrets = Set(fixtures.credentials.flatMap { entry in places.flatMap { $0.secrets(in: entry) } })
        let shown = secrets.flatMap { secret in
            let short = (prefixes.first(where: secret.hasPrefix) ?? "") + "…"
            let whole = Set([secret, PercentEncoding.encode(secret)]).map { (secret: $0, shown: short) }
            // A check may have changed the prefix: what stands behind it is the secret.
            let rest = prefixes.first(where: secret.hasPrefix).map { String(secret.dropFirst($0.count)) } ?? ""
            return whole + (rest.count >= Self.shortestRest ? [(secret: rest, shown: "…")] : [])
        }
        // A key may begin like a shorter one.
        replacements = shown.filter { !$0.secret.isEmpty }.sorted { ($1.secret.count, $0.secret) < ($0.secret.count, $1.secret) }
    }

    /// The text with each key cut to its prefix and an ellipsis.
    func apply(to text: String) -> String {
        replacements.reduce(text) { $0.replacing($1.secret, with: $1.shown) }
    }
}

extension APIDescription.Credential.Place {
    /// The texts that an entry of the fixtures has in this place and that no report may show.
    fileprivate func secrets(in entry: Fixtures.Credential) -> [String] {
        let key = text(in: entry).map { [$0] } ?? []
        guard case .basic = self, let value = entry.header("Authorization") else { return key }
        // Who has the encoded pair has the key, and so has who sees its beginning, with something else behind it, or its end, with something before.
        let pair = value.split(separator: " ").suffix(1).map(String.init)
        let parts = pair + key.map { Data($0.utf8).base64EncodedString() }
        return key + pair + parts.map { String($0.prefix(max(0, $0.count - 4) / 4 * 4)) }
    }
}
