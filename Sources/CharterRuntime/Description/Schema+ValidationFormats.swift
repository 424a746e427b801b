extension APIDescription.StringFormat {
    /// Whether a text has this format.
    func allows(_ text: String, direction: APIDescription.Direction) -> Bool {
        switch self {
        case .plain: true
        case .timestamp: Timestamp(text) != nil
        case .date: CalendarDate(text) != nil
        case .uuid:
            // RFC 9562 §4: written in lower case, read in either.
            UniqueID(text).map { direction == .request || $0.description == text } ?? false
        case .uuid1, .uuid2, .uuid3, .uuid4, .uuid5, .uuid6, .uuid7, .uuid8:
            Self.uuid.allows(text, direction: direction) && hasVersion(text)
        case .uri: Self.isAbsoluteURI(text)
        case .email: Self.isEmailAddress(text)
        case .slug:
            text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
                .allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLowerCaseLetter || $0.isDigit } }
        }
    }

    /// Whether a UUID is of the version and of the variant of RFC 9562 §4.1.
    private func hasVersion(_ text: String) -> Bool {
        guard let uuidVersion, let id = UniqueID(text) else { return false }
        let groups = id.description.split(separator: "-")
        return groups[2].hasPrefix(String(uuidVersion)) && groups[3].first.map { "89ab".contains($0) } == true
    }

    /// A scheme, a colon and something behind it, all in characters that RFC 3986 allows, with whole percent-encodings.
    private static func isAbsoluteURI(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon + 1 < bytes.count,
            let first = bytes.first, first.isLetter,
            bytes[..<colon].allSatisfy({ $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) })
        else { return false }
        var index = colon + 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%") {
                guard index + 2 < bytes.count, bytes[index + 1].isHexDigit, bytes[index + 2].isHexDigit else { return false }
                index += 3
            } else {
                guard bytes[index].isLetter || bytes[index].isDigit || "-._~:/?#[]@!$&'()*+,;=".utf8.contains(bytes[index]) else {
                    return false
                }
                index += 1
            }
        }
        // RFC 3986 §3.5: a fragment ends the URI, and has no second `#`.
        return bytes.count { $0 == UInt8(ascii: "#") } <= 1
    }

    /// A `Dot-string@Domain` of RFC 5321 §4.1.2, within the lengths of §4.5.3.1.
    ///
    /// Quoted local parts and address literals are refused: nobody is reached there, and most mail software refuses them too.
    private static func isEmailAddress(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, parts[0].count <= 64 else { return false }
        let dot = UInt8(ascii: ".")
        let atoms = parts[0].split(separator: dot, omittingEmptySubsequences: false)
        let labels = parts[1].split(separator: dot, omittingEmptySubsequences: false)
        let hyphen = UInt8(ascii: "-")
        return atoms.allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy { $0.isLetter || $0.isDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
        }
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                    && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == hyphen }
            }
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isLowerCaseLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isLetter: Bool { isLowerCaseLetter || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    fileprivate var isHexDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(self)
    }
}
