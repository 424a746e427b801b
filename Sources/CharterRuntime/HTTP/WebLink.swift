import HTTPTypes

/// A link in a `Link` header field (RFC 8288 §3): `<https://…?page=2>; rel="next"`.
package struct WebLink: Hashable, Sendable {
    /// The URL, absolute or relative.
    package var target: String
    /// What it is to the reply, in lower case: `next`, `prev`.
    package var relations: Set<String>

    /// The links of all `Link` fields, taken together as one (RFC 9110 §5.3).
    package static func links(in fields: HTTPFields) -> [WebLink] {
        links(in: HTTPField.Name("Link").flatMap { fields[$0] } ?? "")
    }

    /// The links of a field, up to the first that is malformed; those with another context than the reply (`anchor`) are left out.
    package static func links(in field: String) -> [WebLink] {
        var links: [WebLink] = []
        var rest = field[...]
        while true {
            rest = rest.drop { $0 == "," || $0.isBlank }
            guard rest.first == "<", let end = rest.firstIndex(of: ">") else { return links }
            let target = String(rest[..<end].dropFirst())
            rest = rest[end...].dropFirst()
            guard let parameters = parameters(at: &rest) else { return links }
            if parameters["anchor"] == nil {
                let words = (parameters["rel"] ?? "").lowercased().split(separator: " ").map(String.init)
                links.append(WebLink(target: target, relations: Set(words)))
            }
        }
    }

    /// Reads `; name=value` and `; name="value"` as long as they follow; of a name twice the first counts (RFC 8288 §3.3).
    private static func parameters(at rest: inout Substring) -> [String: String]? {
        var parameters: [String: String] = [:]
        while true {
            rest = rest.drop(while: \.isBlank)
            guard rest.first == ";" else { return rest.isEmpty || rest.first == "," ? parameters : nil }
            rest = rest.dropFirst().drop(while: \.isBlank)
            let name = rest.prefix { $0 != "=" && $0 != ";" && $0 != "," && !$0.isBlank }.lowercased()
            rest = rest.dropFirst(name.count).drop(while: \.isBlank)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst().drop(while: \.isBlank)
            guard let value = rest.first == "\"" ? quoted(at: &rest) : token(at: &rest) else { return nil }
            if parameters[name] == nil { parameters[name] = value }
        }
    }

    private static func token(at rest: inout Substring) -> String? {
        let token = rest.prefix { $0 != ";" && $0 != "," && !$0.isBlank }
        rest = rest[token.endIndex...]
        return String(token)
    }

    /// Reads a quoted string (RFC 9110 §5.6.4), in which a backslash goes before a character that stands for itself.
    private static func quoted(at rest: inout Substring) -> String? {
        var text = ""
        rest = rest.dropFirst()
        while let character = rest.popFirst() {
            switch character {
            case "\"": return text
            case "\\": if let escaped = rest.popFirst() { text.append(escaped) }
            default: text.append(character)
            }
        }
        return nil
    }
}

extension Character {
    fileprivate var isBlank: Bool { self == " " || self == "\t" }
}
