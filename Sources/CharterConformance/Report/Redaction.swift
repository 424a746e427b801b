import CharterRuntime
import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Takes the keys of fixtures out of texts.
struct Redaction: Sendable {
    /// Less than that may stand in a text by chance.
    private static let shortestPart = 8

    /// What is replaced; longer secrets come first, for a key may begin like a shorter one.
    private let replacements: [(secret: [UInt8], shown: [UInt8])]
    /// Whether a secret begins with two bytes, at 256 times the first one and the second: bodies may be large, and most of one is no secret.
    private let isBeginning: [Bool]
    /// What each entry of the fixtures presents whole, in the order of the file.
    private let entries: [(headers: [(name: String, value: String)], query: [String])]
    /// How keys of the API begin.
    private let prefixes: [[UInt8]]

    init(of fixtures: Fixtures, in api: APIDescription) {
        let prefixes = api.credentials.flatMap(\.kinds).map(\.prefix).filter { !$0.isEmpty }
        self.prefixes = prefixes.uniqued.sorted { $0.count > $1.count }.map { Array($0.utf8) }
        let places = api.credentials.flatMap { [$0.place] + $0.fallbackPlaces }
        let fields = Set(places.compactMap { $0.header?.lowercased() })
        entries = fixtures.credentials.map { entry in
            let headers = entry.headers.filter { fields.contains($0.key.lowercased()) && !$0.value.isEmpty }
            let query = (entry.query ?? [:]).filter { !$0.value.isEmpty }
            return (
                headers.map { ($0.key.lowercased(), $0.value) },
                query.map { "\(PercentEncoding.encode($0.key))=\(PercentEncoding.encode($0.value))" }
            )
        }
        let keys = Set(fixtures.credentials.flatMap { entry in places.flatMap { $0.secrets(in: entry) } })
        // What stands beside a key may be a secret too: only what the contract or HTTP says something else of is none.
        let tenants = Set(fixtures.tenants + (fixtures.suspended ?? []))
        let beside = fixtures.credentials.flatMap { $0.texts(except: api.openNames) }
            .filter { $0.count >= Self.shortestPart && !tenants.contains($0) }
        let shown = keys.union(beside).flatMap { secret in
            let short = (prefixes.first(where: secret.hasPrefix) ?? "") + "…"
            let whole = Set([secret, PercentEncoding.encode(secret)]).map { (secret: $0, shown: short) }
            // A check may have changed the prefix: what stands behind it is the secret.
            let rest = prefixes.first(where: secret.hasPrefix).map { String(secret.dropFirst($0.count)) } ?? ""
            let parts = ([rest] + Self.partsOfToken(secret)).filter { $0.count >= Self.shortestPart }
            return whole + parts.map { (secret: $0, shown: "…") }
        }
        replacements = shown.filter { !$0.secret.isEmpty }
            .sorted { ($1.secret.count, $0.secret) < ($0.secret.count, $1.secret) }
            .map { (Array($0.secret.utf8), Array($0.shown.utf8)) }
        var isBeginning = [Bool](repeating: false, count: 256 * 256)
        for (secret, _) in replacements {
            let seconds = secret.count > 1 ? Int(secret[1])...Int(secret[1]) : 0...255
            for second in seconds { isBeginning[256 * Int(secret[0]) + second] = true }
        }
        self.isBeginning = isBeginning
    }

    /// The text with each key cut to its prefix and an ellipsis.
    ///
    /// Bytes are compared, not characters: an accent behind a key makes its last letter another character, and the key is to be read all the same.
    func apply(to text: String) -> String {
        var text = text
        let redacted = text.withUTF8 { bytes -> [UInt8]? in
            var result: [UInt8] = []
            var (place, copied) = (0, 0)
            while place < bytes.count {
                let second = place + 1 < bytes.count ? Int(bytes[place + 1]) : 0
                if isBeginning[256 * Int(bytes[place]) + second], let found = secret(at: bytes[place...]) {
                    result += bytes[copied..<place]
                    result += found.shown
                    place += found.secret.count
                    copied = place
                } else {
                    place += 1
                }
            }
            return copied == 0 ? nil : result + bytes[copied...]
        }
        return redacted.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    /// What a server says, with each key cut to its prefix and an ellipsis, also those that it has just made.
    func apply(toReply text: String) -> String {
        var text = apply(to: text)
        let beginnings = Set(prefixes.compactMap(\.first))
        let redacted = text.withUTF8 { bytes -> [UInt8]? in
            var result: [UInt8] = []
            var (place, copied) = (0, 0)
            while place < bytes.count {
                let rest = bytes[place...]
                guard beginnings.contains(bytes[place]), let prefix = prefixes.first(where: { rest.starts(with: $0) }) else {
                    place += 1
                    continue
                }
                place += prefix.count
                let end = bytes[place...].firstIndex { !$0.isOfToken } ?? bytes.count
                guard end - place >= Self.shortestPart else { continue }
                result += bytes[copied..<place]
                result += Array("…".utf8)
                (place, copied) = (end, end)
            }
            return copied == 0 ? nil : result + bytes[copied...]
        }
        return redacted.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    private func secret(at rest: Slice<UnsafeBufferPointer<UInt8>>) -> (secret: [UInt8], shown: [UInt8])? {
        replacements.first { rest.starts(with: $0.secret) }
    }

    /// The entries of the fixtures that a request presents as they are, by their places there: with those its line is to be completed.
    func credentials(in head: HTTPRequest) -> [Int] {
        let target = head.path ?? ""
        let query = Set(target.drop { $0 != "?" }.dropFirst().split(separator: "&").map(String.init))
        return entries.indices.filter { index in
            let entry = entries[index]
            guard !(entry.headers.isEmpty && entry.query.isEmpty) else { return false }
            return entry.query.allSatisfy(query.contains)
                && entry.headers.allSatisfy { name, value in
                    head.headerFields.contains { $0.name.canonicalName == name && $0.value == value }
                }
        }
    }

    /// What is secret in a token of three parts (RFC 7515 §3.1) also where a check has changed the others: the claims, and the signature, of which
    /// the first character may be another one.
    private static func partsOfToken(_ secret: String) -> [String] {
        let parts = secret.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 ? [String(parts[1]), String(parts[2].dropFirst())] : []
    }
}

extension UInt8 {
    /// Whether it may stand in a key: a letter, a digit, or what base64url and common separators have.
    fileprivate var isOfToken: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "/"): true
        default: false
        }
    }
}

extension APIDescription {
    /// The header fields and query parameters, in lower case, whose values anyone may see: those of the content (RFC 9110 §8, §12.5), and those in
    /// which requests name a version or a tenant.
    fileprivate var openNames: Set<String> {
        let names = (tenancy?.places ?? []).compactMap { place in
            switch place {
            case .header(let name), .query(let name): name
            case .path, .credential: nil
            }
        }
        let ofHTTP = ["accept", "accept-encoding", "accept-language", "content-type", "user-agent"]
        return Set((names + [versioning?.header].compactMap(\.self)).map { $0.lowercased() } + ofHTTP)
    }
}

extension Fixtures.Credential {
    /// The values of header fields and query parameters but for those of some names, which are in lower case; without the word of a scheme
    /// (RFC 9110 §11.1).
    fileprivate func texts(except names: Set<String>) -> [String] {
        let fields = headers.filter { !names.contains($0.key.lowercased()) }.map { name, value in
            name.lowercased().hasSuffix("authorization") ? value.split(separator: " ", maxSplits: 1).last.map(String.init) ?? "" : value
        }
        return fields + (query ?? [:]).filter { !names.contains($0.key.lowercased()) }.values
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
