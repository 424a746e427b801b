/// Finds what looks like a credential within any text.
struct SecretScanner: Sendable {
    private let prefixes: [[UInt8]]

    /// - Parameter prefixes: What keys begin with; empty ones tell no key from another word and are left out.
    init(prefixes: [String]) {
        self.prefixes = prefixes.filter { !$0.isEmpty }.map { Array($0.utf8) }
    }

    /// The text without what stands behind the prefix of each key, and without tokens.
    func redacted(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        var kept = 0
        // Up to there no token begins: what follows the beginning of a text that is none is none either. Each byte is so looked at a few times at most.
        var tokenless = 0
        while index < bytes.count {
            if Self.beginsWord(at: index, in: bytes),
                let secret = key(at: index, in: bytes) ?? token(at: index, in: bytes, &tokenless)
            {
                result += bytes[kept..<secret.lowerBound]
                result += Redaction.mark.utf8
                index = secret.upperBound
                kept = index
            } else {
                index += 1
            }
        }
        return kept == 0 ? text : String(decoding: result + bytes[kept...], as: UTF8.self)
    }

    /// Whether a word begins there: also behind the letter of an escape, as in the `\n` of a text in quotes.
    private static func beginsWord(at index: Int, in bytes: [UInt8]) -> Bool {
        index == 0 || !bytes[index - 1].isAlphanumeric || (index > 1 && bytes[index - 2] == UInt8(ascii: "\\"))
    }

    /// What is to be hidden of a key that begins there; nil if none does.
    private func key(at start: Int, in bytes: [UInt8]) -> Range<Int>? {
        for prefix in prefixes where bytes[start...].starts(with: prefix) {
            let from = start + prefix.count
            let end = bytes[from...].firstIndex { !$0.isAlphanumeric && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") } ?? bytes.count
            // Ordinary words begin with short prefixes too.
            if end - from >= (prefix.count > 2 ? 4 : 16) { return from..<end }
        }
        return nil
    }

    /// What is to be hidden of a token that begins there; nil if none does.
    private func token(at start: Int, in bytes: [UInt8], _ tokenless: inout Int) -> Range<Int>? {
        // What every JSON Web Token begins with: {" in Base64url (RFC 7515 §3.1).
        guard start >= tokenless, bytes[start...].starts(with: "eyJ".utf8) else { return nil }
        let end = bytes[start...].firstIndex { !$0.isAlphanumeric && !"_-.".utf8.contains($0) } ?? bytes.count
        if bytes[start..<end].count(where: { $0 == UInt8(ascii: ".") }) >= 2 { return start..<end }
        tokenless = end
        return nil
    }
}

extension UInt8 {
    /// Whether it is a letter or a digit of ASCII.
    fileprivate var isAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }
}
