/// Reads the parameters behind the first `;` of a header field: `; name=token` or `; name="text"` (RFC 9110 §5.6.6).
struct ParameterScanner {
    private var rest: Substring.UnicodeScalarView

    /// The parameters by their names in lower case; nil where they cannot be read, or one stands twice.
    static func parameters(behind field: String) -> [String: String]? {
        let scalars = field.unicodeScalars
        var scanner = ParameterScanner(rest: Substring(scalars.drop { $0 != ";" }).unicodeScalars)
        var parameters: [String: String] = [:]
        while scanner.skip(";") {
            // An empty parameter means nothing.
            guard let name = scanner.token() else { continue }
            guard scanner.rest.first == "=" else { return nil }
            scanner.rest.removeFirst()
            guard let value = scanner.rest.first == "\"" ? scanner.quotedText() : scanner.token() else { return nil }
            guard parameters.updateValue(value, forKey: name.lowercased()) == nil else { return nil }
        }
        return scanner.rest.isEmpty ? parameters : nil
    }

    /// Passes over white space, the character and white space again; false where another one stands there.
    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        skipSpace()
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        skipSpace()
        return true
    }

    private mutating func skipSpace() {
        while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
    }

    /// A token (RFC 9110 §5.6.2); nil where none stands here.
    private mutating func token() -> String? {
        let end = rest.firstIndex { !Self.isTokenScalar($0) } ?? rest.endIndex
        guard end > rest.startIndex else { return nil }
        defer { rest = rest[end...] }
        return String(rest[..<end])
    }

    /// A text in quotes.
    ///
    /// A backslash stands before a quote or another one; before anything else it is itself, as browsers write it.
    private mutating func quotedText() -> String? {
        rest.removeFirst()
        var text = ""
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return text
            case "\\" where rest.first == "\"" || rest.first == "\\": text.unicodeScalars.append(rest.removeFirst())
            default: text.unicodeScalars.append(scalar)
            }
        }
        return nil
    }

    private static func isTokenScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: "!#$%&'*+-.^_`|~".unicodeScalars.contains(scalar)
        }
    }
}
