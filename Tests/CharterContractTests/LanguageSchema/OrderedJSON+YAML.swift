import CharterContract

extension OrderedJSON {
    /// The value as YAML on one line.
    ///
    /// Words are written plainly, other texts in quotes.
    var yaml: String {
        switch self {
        case .array(let elements): "[" + elements.map(\.yaml).joined(separator: ", ") + "]"
        case .object(let members): "{ " + members.map(\.yaml).joined(separator: ", ") + " }"
        case .string(let text) where text.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9_.\-\/]*/) != nil: text
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
