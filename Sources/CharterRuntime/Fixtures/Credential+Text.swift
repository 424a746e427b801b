#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension APIDescription.Credential {
    /// The key or token that an entry of the fixtures presents; nil if it has none in a place of this credential.
    package func text(in entry: Fixtures.Credential) -> String? {
        ([place] + fallbackPlaces).lazy.compactMap { $0.text(in: entry) }.first
    }
}

extension APIDescription.Credential.Place {
    /// What an entry of the fixtures has in this place.
    package func text(in entry: Fixtures.Credential) -> String? {
        switch self {
        case .header(let name): entry.header(name)
        case .scheme(let scheme, let name): entry.header(name)?.behind(scheme: scheme)
        case .query(let name): entry.query?[name]
        case .basic(let part, _): entry.header("Authorization")?.behind(scheme: "Basic").flatMap { Self.key($0, part) }
        }
    }

    private static func key(_ encoded: String, _ part: APIDescription.Credential.BasicPart) -> String? {
        guard let bytes = Data(base64Encoded: encoded) else { return nil }
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return switch part {
        case .user: parts.first.map(String.init)
        case .password: parts.dropFirst().first.map(String.init)
        }
    }
}

extension Fixtures.Credential {
    /// The value of a header field, whose name is the same in upper and lower case.
    package func header(_ name: String) -> String? {
        headers.first { $0.key.lowercased() == name.lowercased() }?.value
    }
}

extension String {
    /// What stands behind the word of a scheme, which is the same in upper and lower case (RFC 9110 §11.1).
    fileprivate func behind(scheme: String) -> String? {
        lowercased().hasPrefix(scheme.lowercased() + " ") ? String(dropFirst(scheme.count + 1)) : nil
    }
}
