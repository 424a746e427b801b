extension APIDescription.JSONStyle.Casing {
    /// A name in this spelling: `startsAt` and `starts_at` are the same.
    package func spelling(of name: String) -> String {
        switch self {
        case .camelCase:
            let words = name.split(separator: "_")
            guard let first = words.first else { return name }
            return first + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        case .snakeCase:
            return name.reduce(into: "") { text, character in
                if character.isUppercase, !text.isEmpty, text.last != "_" { text += "_" }
                text += character.lowercased()
            }
        }
    }
}
