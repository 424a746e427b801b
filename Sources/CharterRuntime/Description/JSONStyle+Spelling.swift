extension APIDescription.JSONStyle.Casing {
    /// A name in this spelling: `startsAt` and `starts_at` are the same.
    ///
    /// Letters of an abbreviation stay together: `nextURL` is `next_url`, and `HTTPStatus` is `http_status`.
    package func spelling(of name: String) -> String {
        switch self {
        case .camelCase:
            let words = name.split(separator: "_")
            guard let first = words.first else { return name }
            return first + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        case .snakeCase:
            let characters = Array(name)
            return characters.indices.reduce(into: "") { text, index in
                if characters.beginsWord(at: index), text.last != "_" { text += "_" }
                text += characters[index].lowercased()
            }
        }
    }
}

extension [Character] {
    /// Whether an upper-case letter at an index begins a word other than the first: it follows another sort of letter, or a smaller one follows it.
    fileprivate func beginsWord(at index: Int) -> Bool {
        guard index > 0, self[index].isUppercase else { return false }
        return !self[index - 1].isUppercase || index + 1 < count && self[index + 1].isLowercase
    }
}
