import CharterContract

extension OrderedJSON {
    /// The value as YAML on one line.
    ///
    /// Words are written plainly, other texts in quotes.
    var yaml: String {
        switch self {
        case .array(let elements): "[" + elements.map(\.yaml).joined(separator: ", ") + "]"
        case .object(let members): "{ " + members.map(\.yaml).joined(separator: ", ") + " }"
        case .string(let text) where text.isPlainWord: text
        case .string, .number, .boolean, .null: compactText
        }
    }

    /// The value as the text of a contract: each member of the top on a line of its own.
    var contractText: String {
        members.map { $0.yaml + "\n" }.joined()
    }
}

extension OrderedJSON.Member {
    /// The member as YAML on one line.
    fileprivate var yaml: String {
        "\(OrderedJSON.string(name).yaml): \(value.yaml)"
    }
}

extension String {
    private static let lettersAndDigits = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
    private static let wordBytes = lettersAndDigits.union("_.-/".utf8)

    /// Whether YAML reads it as it is, wherever it stands.
    fileprivate var isPlainWord: Bool {
        utf8.first.map(Self.lettersAndDigits.contains) == true && utf8.allSatisfy(Self.wordBytes.contains)
    }
}
