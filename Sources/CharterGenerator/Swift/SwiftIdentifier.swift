import CharterContract

/// Names of a contract as Swift spells them.
enum SwiftIdentifier {
    /// The name of a property, parameter, function or case, in backticks where Swift has the word for itself.
    static func value(_ name: String) -> String {
        escaped(bareValue(name))
    }

    /// The name of a stored property; one that `Hashable` has for itself gets another.
    static func property(_ name: String) -> String {
        let identifier = value(name)
        return identifier == "hashValue" ? "hashValueField" : identifier
    }

    /// The same without backticks, for argument labels behind which a value of the same name stands and for parts of longer names.
    static func bareValue(_ name: String) -> String {
        let words = IdentifierWords(name).lowerCamel
        guard let first = words.first else { return "value" }
        // In a method, not even backticks make `self` a property.
        if words == "self" { return "selfValue" }
        return first.isLetter ? words : "value" + words
    }

    /// The name of a type.
    static func type(_ name: String) -> String {
        let words = IdentifierWords(name).upperCamel
        guard let first = words.first else { return "Value" }
        return first.isLetter ? words : "Value" + words
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
