import CharterRuntime

/// Two query parameters that leave those items of a list whose day or instant is between them.
///
/// Whether one that is just at an end is left is a matter of words: only what is beside the ends is looked at.
struct RangeFilter: Sendable {
    /// Words that say nothing of what is compared.
    private static let ends: Set<String> = [
        "from", "to", "after", "before", "since", "until", "start", "end", "min", "max", "at", "on", "date", "time",
    ]

    let names: [String]
    private let property: String

    /// - Returns: nil where the rule is another one, where an end cannot stand alone, or where no property is told by the names of the ends.
    init?(
        _ rule: APIDescription.ParameterRule,
        of endpoint: APIDescription.Endpoint,
        _ items: [APIDescription.Property],
        in api: APIDescription
    ) {
        guard case .span(let from, let to, _) = rule else { return nil }
        let parameters = endpoint.queryParameters.filter { [from, to].contains($0.name) && !$0.isRequired && $0.defaultValue == nil }
        let isBound = endpoint.rules.contains { $0.isOfPresence && !Set($0.names).isDisjoint(with: [from, to]) }
        guard parameters.count == 2, !isBound, let schema = api.resolved(parameters[0].schema)?.schema else { return nil }
        let words = Self.words(of: from)
        guard !words.isEmpty, words == Self.words(of: to) else { return nil }
        let found = items.filter { Self.words(of: $0.name) == words && api.resolved($0.schema)?.schema == schema }
        guard found.count == 1 else { return nil }
        (names, property) = ([from, to], found[0].name)
    }

    /// Takes a value in the middle for each end: what is behind it stays, and what is before it goes.
    func dialogue(_ probe: EndpointProbe) throws(MissingFixture) -> Dialogue {
        var open = try probe.sufficientRequest()
        open.query.removeAll { names.contains($0.name) }
        let request = open
        return Dialogue(request, expecting: "the items whose \(property) is between \(names[0]) and \(names[1])") { conversation in
            let all = try await ListedItems(request, conversation)
            let texts = all.items.compactMap(text).uniqued.sorted(by: isBefore)
            guard texts.count > 2 else { throw MissingFixture("items of three different \(property) in \(probe.endpoint.id)") }
            let middle = texts[texts.count / 2]
            for name in names {
                let isKept = { (text: String) in name == names[0] ? isBefore(middle, text) : isBefore(text, middle) }
                var asking = request
                asking.query.append(.init(name, middle))
                let found = try await ListedItems(asking, conversation)
                if let stranger = found.items.compactMap(text).first(where: { $0 != middle && !isKept($0) }) {
                    throw conversation.fail(asking, "an item has the \(property) \(stranger)")
                }
                let wanted = all.items.filter { text($0).map(isKept) ?? false }
                let isComplete = all.isComplete && found.isComplete
                if let fault = LeftItems(wanted, in: probe).fault(in: found.items, isComplete: isComplete) {
                    throw conversation.fail(asking, fault)
                }
            }
            return "\(texts.count) values of \(property)"
        }
    }

    private func text(_ item: JSONValue) -> String? {
        if case .string(let text)? = item[property] { text } else { nil }
    }

    private func isBefore(_ left: String, _ right: String) -> Bool {
        guard let first = Timestamp(left), let second = Timestamp(right) else { return left < right }
        return first < second
    }

    private static func words(of name: String) -> [String] {
        var words = [""]
        for character in name {
            if character == "_" || character == "-" || character.isUppercase { words.append("") }
            if character.isLetter { words[words.count - 1] += character.lowercased() }
        }
        return words.filter { !$0.isEmpty && !ends.contains($0) }
    }
}
