/// Names of a contract as Swift spells them.
///
/// Rules ask for them too: two names that are spelled alike in code cannot stand side by side.
package enum SwiftIdentifier {
    /// The name of a property, parameter, function or case, in backticks where Swift has the word for itself.
    package static func value(_ name: String) -> String {
        escaped(bareValue(name))
    }

    /// The name of a stored property; one that `Hashable` has for itself gets another.
    package static func property(_ name: String) -> String {
        let identifier = value(name)
        return identifier == "hashValue" ? "hashValueField" : identifier
    }

    /// The name of a case of an enumeration, beside the case for values of later versions and what its protocols ask for.
    package static func enumerationCase(_ name: String) -> String {
        let identifier = value(name)
        return ["unknown", "rawValue", "description", "hashValue"].contains(identifier) ? identifier + "Value" : identifier
    }

    /// The name of a parameter, beside those that generated functions have themselves.
    package static func parameter(_ name: String) -> String {
        let identifier = value(name)
        return ["body", "page", "request", "client", "caller", "input", "apiVersion"].contains(identifier)
            ? identifier + "Value" : identifier
    }

    /// The name of a parameter for a header field: `appName` for `X-App-Name`.
    package static func header(_ name: String) -> String {
        parameter(headerWords(name))
    }

    /// The name of a property for a header field of a reply, beside those that each reply has itself.
    package static func replyHeader(_ name: String) -> String {
        let identifier = property(headerWords(name))
        return ["body", "status", "contents"].contains(identifier) ? identifier + "Value" : identifier
    }

    /// A header field's name without the `X-` that says nothing (RFC 6648).
    package static func headerWords(_ name: String) -> String {
        name.count > 2 && name.lowercased().hasPrefix("x-") ? String(name.dropFirst(2)) : name
    }

    /// The same without backticks, for argument labels behind which a value of the same name stands and for parts of longer names.
    package static func bareValue(_ name: String) -> String {
        let words = IdentifierWords(name).lowerCamel
        guard let first = words.first else { return "value" }
        // In a method, not even backticks make `self` a property.
        if words == "self" { return "selfValue" }
        return first.isLetter ? words : "value" + words
    }

    /// The name of a type.
    package static func type(_ name: String) -> String {
        let words = IdentifierWords(name).upperCamel
        guard let first = words.first else { return "Value" }
        return first.isLetter ? words : "Value" + words
    }

    /// The name of the type for an endpoint's reply: `PlaceOrderReply`.
    package static func replyType(_ endpoint: String) -> String {
        type(endpoint) + "Reply"
    }

    /// The name of the type for a kind of key: `SecretKey`.
    package static func keyType(_ kind: String) -> String {
        type(kind) + "Key"
    }

    /// The name of the type for the tokens of a credential: `PersonToken`.
    package static func tokenType(_ credential: String) -> String {
        let name = type(credential)
        return name.hasSuffix("Token") ? name : name + "Token"
    }

    private static func escaped(_ identifier: String) -> String {
        keywords.contains(identifier) ? "`\(identifier)`" : identifier
    }

    /// The words that cannot stand bare as a name (The Swift Programming Language, "Keywords and Punctuation").
    private static let keywords: Set<String> = [
        "associatedtype", "borrowing", "class", "consuming", "deinit", "enum", "extension", "fileprivate", "func", "import", "init",
        "inout", "internal", "let", "nonisolated", "open", "operator", "precedencegroup", "private", "protocol", "public",
        "rethrows", "static", "struct", "subscript", "typealias", "var", "break", "case", "catch", "continue", "default", "defer",
        "do", "else", "fallthrough", "for", "guard", "if", "in", "repeat", "return", "switch", "throw", "where", "while", "any",
        "as", "await", "false", "is", "nil", "self", "super", "throws", "true", "try",
    ]
}
