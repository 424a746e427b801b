import CharterRuntime

extension BaseURL {
    /// The target of a request to a URL that a reply gave, absolute or relative to the target of its own request (RFC 3986 §5).
    ///
    /// - Throws: ``PagingFault/foreignURL(_:)`` unless the URL has the scheme, host and port of this one and lies below its path: a key
    ///   goes nowhere else.
    func target(following reference: String, from current: String) throws(PagingFault) -> String {
        let fault = PagingFault.foreignURL(String(reference.prefix { $0 != "?" && $0 != "#" }))
        guard reference.utf8.allSatisfy({ (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "\\") }) else { throw fault }
        var rest = reference.prefix { $0 != "#" }
        let hierarchical = rest.prefix { $0 != "/" && $0 != "?" }
        if let colon = hierarchical.firstIndex(of: ":") {
            guard rest[..<colon].lowercased() == scheme, rest[colon...].hasPrefix("://") else { throw fault }
            rest = rest[colon...].dropFirst()
        }
        if rest.hasPrefix("//") {
            let host = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" }
            guard origin(of: host) == origin(of: authority[...]) else { throw fault }
            rest = rest.dropFirst(2 + host.count)
            if rest.first != "/" { rest = "/" + rest }
        }
        let target = Self.resolved(rest, from: current)
        let path = target.prefix { $0 != "?" }
        guard !Self.hasHiddenSteps(path), path == self.path || path.hasPrefix(self.path + "/") else { throw fault }
        return target
    }

    /// Whether a path has a step that is encoded, and so is one for some servers and none for others.
    private static func hasHiddenSteps(_ path: Substring) -> Bool {
        let plain = path.lowercased().replacing("%2e", with: ".").replacing("%2f", with: "/").replacing("%5c", with: "/")
        return plain.split(separator: "/").contains { $0 == "." || $0 == ".." }
    }

    /// Host and port; the port that a scheme has anyway is left out.
    private func origin(of authority: Substring) -> String {
        let usual = scheme == "https" ? ":443" : ":80"
        let text = authority.lowercased()
        return text.hasSuffix(usual) ? String(text.dropLast(usual.count)) : text
    }

    /// A path with its query, seen from the target of a request, without steps up and down.
    private static func resolved(_ reference: Substring, from current: String) -> String {
        let currentPath = current.prefix { $0 != "?" }
        let path = reference.prefix { $0 != "?" }
        let query = reference[path.endIndex...]
        if path.isEmpty { return query.isEmpty ? current : String(currentPath + query) }
        let folder = currentPath.lastIndex(of: "/").map { currentPath[...$0] } ?? "/"
        let absolute = path.first == "/" ? path : folder + path
        var segments: [Substring] = []
        let written = absolute.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (index, segment) in zip(written.indices, written) {
            let isLast = index == written.index(before: written.endIndex)
            switch segment {
            case ".", "..":
                if segment == ".." { _ = segments.popLast() }
                if isLast { segments.append("") }
            default: segments.append(segment)
            }
        }
        return "/" + segments.joined(separator: "/") + query
    }
}
