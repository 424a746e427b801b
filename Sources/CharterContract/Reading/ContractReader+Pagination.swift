import CharterYAML

/// How lists are paged.
extension ContractReader {
    /// The styles of paging that the language has.
    private enum Style: String, CaseIterable, Sendable {
        case offset
    }

    mutating func pagination(_ name: Located<String>, _ node: MarkedNode) -> Pagination? {
        guard let members = members(node, of: "a way of paging", keys: ["style", "pageSize", "offset", "response"]) else { return nil }
        checkIdentifier(name, "way of paging")
        if let style = required("style", in: members) { _ = word(style, Style.self) }
        guard let pageSize = required("pageSize", in: members).flatMap({ self.pageSize($0) }),
            let offset = required("offset", in: members).flatMap({ self.members($0, of: "'offset'", keys: ["parameter"]) }),
            let response = required("response", in: members).flatMap({ self.pageMembers($0) })
        else { return nil }
        let offsetParameter = requiredText("parameter", in: offset)
        checkDistinct([pageSize.parameter, offsetParameter])
        checkDistinct(response.all)
        return Pagination(name: name, pageSize: pageSize, offsetParameter: offsetParameter, response: response)
    }

    private mutating func pageSize(_ node: MarkedNode) -> Pagination.PageSize? {
        guard let members = members(node, of: "'pageSize'", keys: ["parameter", "default", "max", "below", "above"]) else { return nil }
        let standIn = Located(1, at: node.span, isAssumed: false)
        let reject = Located(Pagination.OutOfRange.reject, at: node.span, isAssumed: false)
        return Pagination.PageSize(
            parameter: requiredText("parameter", in: members),
            defaultValue: required("default", in: members).flatMap { integer($0, atLeast: 1) } ?? standIn,
            maximum: required("max", in: members).flatMap { integer($0, atLeast: 1) } ?? standIn,
            below: required("below", in: members).flatMap { word($0) } ?? reject,
            above: required("above", in: members).flatMap { word($0) } ?? reject
        )
    }

    private mutating func pageMembers(_ node: MarkedNode) -> Pagination.Members? {
        let keys = ["items", "total", "hasMore", "pageSize", "offset"]
        guard let members = members(node, of: "'response'", keys: keys) else { return nil }
        return Pagination.Members(
            items: requiredText("items", in: members),
            total: members["total"].flatMap { text($0) },
            hasMore: members["hasMore"].flatMap { text($0) },
            pageSize: members["pageSize"].flatMap { text($0) },
            offset: members["offset"].flatMap { text($0) }
        )
    }
}
