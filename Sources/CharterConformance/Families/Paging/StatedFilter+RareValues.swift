import CharterRuntime

/// Which values are worth asking for, though few items or none have them.
extension StatedFilter {
    /// Values that a server may take for something else: what stands for any text in searches, texts of other fields, the least number, which is easily
    /// taken for none, and of an enumeration those that no item has, and all at once.
    func rareValues(in items: [JSONValue], _ probe: EndpointProbe) -> [[String]] {
        let known = probe.api.everyValue(of: input.schema) ?? []
        var rare = known.filter { value in !items.contains { keeps($0, [value]) == true } }.prefix(2).map { [$0] }
        if input.takesSeveral(in: probe.api) { rare += [known, Array(known.prefix(3))].filter { $0.count > 2 } }
        if comparisons.contains(where: { [.contains, .starts].contains($0.relation) }) {
            rare += [["%%%%"], ["____"]].filter { leavesNothing($0, of: items) }
            rare += first(of: otherTexts(of: items), leavingNothingOf: items, probe)
        }
        if comparisons.contains(where: { $0.relation == .starts }) {
            rare += first(of: middles(of: items), leavingNothingOf: items, probe)
        }
        if comparisons.allSatisfy({ $0.values == .numbers }) {
            rare += [leastNumber(in: probe.api), "0"].compactMap(\.self).prefix(1).map { [$0] }
        }
        return rare.filter { canBeAsked($0, probe) }
    }

    private func canBeAsked(_ texts: [String], _ probe: EndpointProbe) -> Bool {
        // Where what lies behind the end is refused, it is not said whether a list of nothing has a page.
        input.canAsk(texts, of: probe) && probe.endpoint.paging?.pastEnd != .reject
    }

    private func leavesNothing(_ texts: [String], of items: [JSONValue]) -> Bool { items.allSatisfy { keeps($0, texts) == false } }

    /// The first text that can be asked for and leaves no item; none where each leaves some.
    private func first(of texts: [String], leavingNothingOf items: [JSONValue], _ probe: EndpointProbe) -> [[String]] {
        texts.first { canBeAsked([$0], probe) && leavesNothing([$0], of: items) }.map { [[$0]] } ?? []
    }

    /// Short texts of the items in fields of which the filter says nothing.
    private func otherTexts(of items: [JSONValue]) -> [String] {
        let own = Set(comparisons.map(\.field))
        return items.prefix(10).flatMap { item -> [String] in
            guard case .object(let members) = item else { return [] }
            return members.sorted { $0.key < $1.key }.compactMap { name, value in
                guard !own.contains(name), case .string(let text) = value, (3...40).contains(text.count) else { return nil }
                return text
            }
        }
    }

    /// What stands in the items' own texts, and not where they begin.
    private func middles(of items: [JSONValue]) -> [String] {
        let own = items.prefix(10).flatMap { item in comparisons.flatMap { $0.own(item) ?? [] } }
        return own.map { String($0.dropFirst(1).prefix(4)) }.filter { $0.count >= 2 && !$0.contains(where: \.isWhitespace) }
    }

    private func leastNumber(in api: APIDescription) -> String? {
        guard case .integer(let range)? = api.resolved(api.element(ofListIn: input.schema) ?? input.schema)?.schema else { return nil }
        return range.minimum.map(String.init)
    }
}
