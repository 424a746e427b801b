import CharterRuntime
import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Ties the cursors of a list to the filters and the time for which they are given, so that handlers need not think of either.
///
/// What callers see is Base64url of the instant at which the cursor ends, a digest of the filters and the handler's own cursor. It is no
/// secret and not signed: whoever writes one of their own gets what the handler makes of its last part.
struct CursorSeal {
    private let filters: String
    private let lifetime: Int?
    /// In seconds since 1970.
    private let now: Int64

    /// - Returns: nil where the API's cursors are tied to nothing.
    init?(_ paging: APIDescription.Paging, _ parameters: ParameterValues, at now: Timestamp) {
        guard case .cursor(_, let boundTo, let lifetime) = paging.position, !boundTo.isEmpty || lifetime != nil else { return nil }
        let values = boundTo.map { name in parameters[.query, name].map { JSONValue.array($0.map(JSONValue.string)) } ?? .null }
        let bytes = (try? JSONCoding.encode(JSONValue.array(values))) ?? []
        filters = Data(SHA256.hash(data: bytes).prefix(9)).base64EncodedString()
        self.lifetime = lifetime
        self.now = now.secondsSinceEpoch
    }

    /// What a page gives for a cursor of its handler.
    func closed(_ cursor: String) -> String {
        let end = lifetime.map { String(now + Int64($0)) } ?? ""
        return Data("\(end) \(filters) \(cursor)".utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// The cursor of the handler in one that a request has.
    ///
    /// - Throws: ``Refusal/invalidCursor`` for a text that is no such cursor, is too old, or was given for other filters.
    func opened(_ text: String) throws(Refusal) -> String {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        let encoded = text.replacing("-", with: "+").replacing("_", with: "/") + padding
        guard let data = Data(base64Encoded: encoded), let plain = String(validating: data, as: UTF8.self) else { throw .invalidCursor }
        let parts = plain.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1] == filters, isValid(until: parts[0]) else { throw .invalidCursor }
        return String(parts[2])
    }

    private func isValid(until end: Substring) -> Bool {
        lifetime == nil || Int64(end).map { now < $0 } ?? false
    }
}
