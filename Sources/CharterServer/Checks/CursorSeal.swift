import CharterRuntime
import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Ties the cursors of a list to the list, its tenant, its filters and the time for which they are given, so that handlers need not think
/// of any of these.
///
/// What callers see is Base64url of a seal (HMAC-SHA256, RFC 2104), the instant at which the cursor ends, and the handler's own cursor.
/// They can read that, and neither change it nor take it elsewhere.
struct CursorSeal {
    /// The largest number of bytes that a handler's cursor may have.
    static let maximumByteCount = 2048
    /// More characters than the longest cursor has in Base64url, with its seal and its end.
    private static let maximumTextCount = (maximumByteCount + SHA256.byteCount + 24) / 3 * 4

    private let key: SymmetricKey
    /// What a cursor is tied to, beside its end.
    private let list: [JSONValue]
    private let lifetime: Int?
    /// In seconds since 1970.
    private let now: Int64

    /// - Returns: nil where the list has no cursors.
    init?(_ exchange: Exchange) {
        let endpoint = exchange.endpoint
        var filters: [String] = []
        switch endpoint.paging?.position {
        case .cursor(_, let boundTo, let lifetime)?:
            filters = boundTo
            self.lifetime = lifetime
        case .url?: lifetime = nil
        default: return nil
        }
        let values = filters.map { name in exchange.parameters[.query, name].map { .array($0.map(JSONValue.string)) } ?? JSONValue.null }
        let path = endpoint.path.segments.compactMap { segment in
            if case .parameter(let name) = segment { exchange.path[name].map(JSONValue.string) ?? .null } else { nil }
        }
        let tenant = exchange.tenant.map(JSONValue.string) ?? .null
        list = [.string(exchange.api.description.name), .string(endpoint.id), tenant, .array(path), .array(values)]
        key = exchange.api.secret.cursors
        now = exchange.facts.time.secondsSinceEpoch
    }

    /// What a page gives for a cursor of its handler.
    ///
    /// - Throws: ``CursorTooLong``
    func closed(_ cursor: String) throws -> String {
        guard cursor.utf8.count <= Self.maximumByteCount else { throw CursorTooLong(byteCount: cursor.utf8.count) }
        let content = "\(lifetime.map { String(now + Int64($0)) } ?? "") \(cursor)"
        let seal = HMAC<SHA256>.authenticationCode(for: try sealed(content), using: key)
        return Self.text(of: Data(seal) + Data(content.utf8))
    }

    /// The cursor of the handler in one that a request has.
    ///
    /// - Throws: ``Refusal/invalidCursor`` for a text that is no cursor of this list, is too old, or was given for another tenant or
    ///   other filters.
    func opened(_ text: String) throws -> String {
        guard let data = Self.data(of: text), data.count > SHA256.byteCount else { throw Refusal.invalidCursor }
        let seal = data.prefix(SHA256.byteCount)
        guard let content = String(validating: data.dropFirst(seal.count), as: UTF8.self),
            HMAC<SHA256>.isValidAuthenticationCode(seal, authenticating: try sealed(content), using: key)
        else { throw Refusal.invalidCursor }
        let parts = content.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, isValid(until: parts[0]) else { throw Refusal.invalidCursor }
        return String(parts[1])
    }

    /// What the seal is made of; JSON keeps its parts from running into one another.
    private func sealed(_ content: String) throws -> [UInt8] {
        try JSONCoding.encode(JSONValue.array(list + [.string(content)]))
    }

    private func isValid(until end: Substring) -> Bool {
        lifetime == nil || Int64(end).map { now < $0 } ?? false
    }

    private static func text(of data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// The bytes of a text in Base64url (RFC 4648 §5); nil for what is too long or not written in the one way there is.
    private static func data(of text: String) -> Data? {
        guard text.utf8.count <= maximumTextCount else { return nil }
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        let data = Data(base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/") + padding)
        return data.flatMap { Self.text(of: $0) == text ? $0 : nil }
    }
}
