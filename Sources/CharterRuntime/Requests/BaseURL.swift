/// The address below which an API's paths lie: `https://api.example.com/v1`.
package struct BaseURL: Hashable, Sendable {
    /// `http` or `https`.
    package var scheme: String
    /// The host, with its port where there is one.
    package var authority: String
    /// What stands in front of every path; empty, or a slash and more without one at the end.
    package var path: String

    /// Reads an absolute `http` or `https` URL (RFC 9110 §4.2) without user information, query or fragment.
    ///
    /// - Throws: ``UnsendableRequest/baseURL(_:)`` for anything else.
    package init(_ text: String) throws(UnsendableRequest) {
        guard let mark = text.firstRange(of: "://") else { throw .baseURL(text) }
        let scheme = text[..<mark.lowerBound].lowercased()
        let rest = text[mark.upperBound...]
        let authority = rest.prefix { $0 != "/" }
        guard scheme == "http" || scheme == "https", !authority.isEmpty, rest.utf8.allSatisfy(Self.isAllowed) else { throw .baseURL(text) }
        self.scheme = scheme
        self.authority = String(authority)
        var path = rest.dropFirst(authority.count)
        while path.last == "/" { path.removeLast() }
        self.path = String(path)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x21...0x7e).contains(byte) && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#") && byte != UInt8(ascii: "@")
    }
}
