import CharterRuntime

/// A page as the server sent it.
struct PageReading: Sendable {
    let items: [JSONValue]
    let total: Int?
    let hasMore: Bool?
    let pageSize: Int?
    let offset: Int?

    /// Reads a page; nil if the body is no object with a list of items.
    init?(_ reply: HTTPReply, members: APIDescription.Paging.Members) {
        guard let body = try? JSONCoding.decode(JSONValue.self, from: reply.body), case .array(let items)? = body[members.items] else {
            return nil
        }
        self.items = items
        total = members.total.flatMap { body[$0]?.count }
        pageSize = members.pageSize.flatMap { body[$0]?.count }
        offset = members.offset.flatMap { body[$0]?.count }
        hasMore = members.hasMore.flatMap { name in
            if case .boolean(let value)? = body[name] { value } else { nil }
        }
    }
}

extension JSONValue {
    fileprivate var count: Int? {
        if case .integer(let value) = self { Int(value) } else { nil }
    }
}
