import CharterRuntime
import CharterYAML

/// What a list is ordered by, what its total counts and how it ends.
extension ContractReader {
    /// Words, or a list of fields: `[-createdAt, id]`.
    mutating func order(_ node: MarkedNode?) -> (words: String?, fields: [Located<APIDescription.Paging.SortField>]) {
        guard let node, let elements = node.elements else { return (description(node), []) }
        checkTag(node)
        let names = elements.compactMap { text($0, expected: "a field, or '-' and a field") }
        checkDistinct(names.map { $0.map { String($0.dropFirst($0.hasPrefix("-") ? 1 : 0)) } })
        let fields = names.map { name in
            name.map { text in
                let isDescending = text.hasPrefix("-")
                return APIDescription.Paging.SortField(field: String(text.dropFirst(isDescending ? 1 : 0)), isDescending: isDescending)
            }
        }
        return (nil, fields)
    }

    mutating func counts(_ node: MarkedNode, _ response: Pagination.Members) -> APIDescription.Paging.Counted {
        guard let counts = word(node, among: [APIDescription.Paging.Counted.matching, .all]) else { return .matching }
        if response.others[.total] == nil {
            let help = "say where pages have it, as in response: { items: data, total: meta.total }, or remove this"
            report("no page states a total that could count something", rule: "total-never-stated", at: node.keySpan, help: help)
        }
        if counts.value == .all, let pages = response.others[.pages] {
            report(
                "a total of all items does not tell how many pages the filters leave",
                rule: "pages-never-known",
                at: pages.span,
                notes: [Diagnostic.Note("the total counts all items", at: node.span)],
                help: "remove 'pages', or write 'counts: matching'"
            )
        }
        return counts.value
    }

    /// - Parameter style: the style, as far as pages by it lead on in a header field.
    mutating func endsWithItems(_ node: MarkedNode, _ response: Pagination.Members, leadsOn: Bool) -> Bool {
        guard let mayBeEmpty = yesOrNo(node) else { return false }
        let says = [Pagination.Members.Role.next, .hasMore, .total, .pages].contains { response.others[$0] != nil }
        if !mayBeEmpty.value, !says, !leadsOn {
            report(
                "nothing in a page tells that it is the last one, so callers ask for an empty one behind it",
                rule: "end-never-stated",
                at: node.span,
                help: "say where pages have 'hasMore', 'next' or 'total', or remove this"
            )
        }
        return !mayBeEmpty.value
    }
}
