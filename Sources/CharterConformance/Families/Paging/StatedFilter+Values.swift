import CharterRuntime

/// Which values are worth asking for.
extension StatedFilter {
    /// More values are not tried.
    private static let mostValues = 5
    /// Of a long list not all values are looked at, and fewer of those that are looked for in texts, which takes time.
    private var mostCandidates: Int { comparisons.contains { $0.relation.isPartOfText } ? 12 : 40 }
    /// Of a long list not all items are looked at for what tells one filter from another.
    private static let mostItems = 50

    /// Values, each alone or several together, under which a server that does something else would leave other items.
    ///
    /// So come values at a border, two of which an item has one, and a text from the middle of a word.
    func tellingValues(in items: [JSONValue], _ probe: EndpointProbe) -> [[String]] {
        let items = Array(items.prefix(Self.mostItems))
        let askable = candidates(in: items, probe)
        let telling = askable.filter { tells($0, from: { _, _ in true }, in: items) }
        // Rather one that leaves something.
        let ordered = telling.filter { leavesSome($0, of: items) } + telling.filter { !leavesSome($0, of: items) }
        var chosen: [[String]] = []
        for other in others(probe) where !chosen.contains(where: { tells($0, from: other, in: items) }) {
            if let texts = ordered.first(where: { tells($0, from: other, in: items) }) { chosen.append(texts) }
        }
        return Array((chosen + ordered).uniqued.prefix(Self.mostValues))
    }

    /// Values that could be asked for, as the items have them.
    func candidates(in items: [JSONValue], _ probe: EndpointProbe) -> [[String]] {
        func values(of comparison: FilterComparison) -> [String] { items.flatMap { comparison.askable(of: $0) }.uniqued }
        let known = probe.api.everyValue(of: input.schema) ?? []
        let own = (comparisons.flatMap { values(of: $0).prefix(mostCandidates) } + known).uniqued
        var candidates = own.map { [$0] }
        if input.takesSeveral(in: probe.api) {
            let few = own.prefix(8)
            candidates += few.indices.flatMap { first in few[(first + 1)...].map { [few[first], $0] } }
        }
        return candidates.filter { texts in
            // Where what lies behind the end is refused, it is not said whether a list of nothing has a page.
            input.canAsk(texts, of: probe) && (probe.endpoint.paging?.pastEnd != .reject || leavesSome(texts, of: items))
        }
    }

    private func leavesSome(_ texts: [String], of items: [JSONValue]) -> Bool { items.contains { keeps($0, texts) == true } }

    /// What a server could do in place of what is said.
    private func others(_ probe: EndpointProbe) -> [(JSONValue, [String]) -> Bool?] {
        var others: [(JSONValue, [String]) -> Bool?] = [{ _, _ in true }, { _, _ in false }]
        if comparisons.count > 1 { others += comparisons.map { alone in { alone.keeps($0, $1) } } }
        if input.takesSeveral(in: probe.api) { others += [{ keeps($0, Array($1.prefix(1))) }, { keeps($0, Array($1.suffix(1))) }] }
        for relation in APIDescription.Filter.Relation.allCases {
            let changed = comparisons.map { $0.standing(relation) }
            guard changed.map(\.relation) != comparisons.map(\.relation) else { continue }
            others.append { item, asked in changed.map { $0.keeps(item, asked) }.any }
        }
        return others
    }

    private func tells(_ texts: [String], from other: (JSONValue, [String]) -> Bool?, in items: [JSONValue]) -> Bool {
        items.contains { item in
            guard let kept = keeps(item, texts), let otherwise = other(item, texts) else { return false }
            return kept != otherwise
        }
    }
}

extension FilterComparison {
    /// What an item's own values can be asked for by.
    fileprivate func askable(of item: JSONValue) -> [String] {
        let own = own(item) ?? []
        switch relation {
        case .contains: return own.flatMap { [$0.piece(from: $0.count / 4), $0.piece(from: 0), $0.whole] }.filter { !$0.isEmpty }
        case .starts: return own.flatMap { [$0.piece(from: 0), $0.whole] }.filter { !$0.isEmpty }
        default: return own.map(values.askable)
        }
    }
}

extension APIDescription.Filter.Relation {
    /// Whether texts are looked for in texts.
    fileprivate var isPartOfText: Bool { self == .contains || self == .starts }
}

extension APIDescription {
    /// The values of which a filter has to be one; nil where they are no few known ones.
    func everyValue(of schema: Schema) -> [String]? {
        switch resolved(element(ofListIn: schema) ?? schema)?.schema {
        case .enumeration(let texts, _): texts
        case .boolean: ["true", "false"]
        default: nil
        }
    }
}

extension String {
    /// More of a text is not asked for: an address has room for so much.
    private static let longestAsked = 60

    /// The text; empty where it is long.
    fileprivate var whole: String { count > Self.longestAsked ? "" : self }

    /// Half of the text from a place on; empty where blanks are at an end, which a server may take away.
    fileprivate func piece(from start: Int) -> String {
        let piece = dropFirst(start).prefix(min((count + 1) / 2, Self.longestAsked / 2))
        let hasBlanks = piece.first?.isWhitespace ?? true || piece.last?.isWhitespace ?? true
        return hasBlanks ? "" : String(piece)
    }
}
