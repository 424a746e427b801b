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
    /// - Throws: ``UnsendableRequest/port(_:in:)`` for a port other than 1 to 65535, ``UnsendableRequest/baseURL(_:)`` for anything else.
    package init(_ text: String) throws(UnsendableRequest) {
        guard let mark = text.firstRange(of: "://") else { throw .baseURL(text) }
        let scheme = text[..<mark.lowerBound].lowercased()
        let rest = text[mark.upperBound...]
        let authority = rest.prefix { $0 != "/" }
        guard scheme == "http" || scheme == "https", !authority.isEmpty, rest.utf8.allSatisfy(Self.isAllowed) else { throw .baseURL(text) }
        if let port = Self.port(of: authority), !Self.isUsable(port) { throw .port(String(port), in: text) }
        self.scheme = scheme
        self.authority = String(authority)
        var path = rest.dropFirst(authority.count)
        while path.last == "/" { path.removeLast() }
        self.path = String(path)
    }

    /// What stands behind the host and a colon (RFC 3986 §3.2); nil where nothing does.
    private static func port(of authority: Substring) -> Substring? {
        // An address of version 6 has colons of its own, in brackets.
        let behind = authority.hasPrefix("[") ? authority.drop { $0 != "]" } : authority
        let port = behind.drop { $0 != ":" }.dropFirst()
        return port.isEmpty ? nil : port
    }

    private static func isUsable(_ port: Substring) -> Bool {
        port.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } && (UInt16(port) ?? 0) > 0
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x21...0x7e).contains(byte) && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#") && byte != UInt8(ascii: "@")
    }
}
