import CharterRuntime

/// A page as JSON: an object whose members have the names that the endpoint's paging gives them.
struct PageBody<Item: Encodable & Sendable>: Encodable {
    let page: Page<Item>
    let request: OffsetPage
    let members: APIDescription.Paging.Members

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: MemberName.self)
        try object.encode(page.items, forKey: MemberName(members.items))
        if let name = members.total { try object.encodeIfPresent(page.total, forKey: MemberName(name)) }
        if let name = members.hasMore { try object.encode(hasMore, forKey: MemberName(name)) }
        if let name = members.pageSize { try object.encode(request.limit, forKey: MemberName(name)) }
        if let name = members.offset { try object.encode(request.offset, forKey: MemberName(name)) }
    }

    /// Whether more items follow.
    ///
    /// Where nobody knows the total, a full page says yes: the caller may then find an empty page at the end, and misses nothing.
    private var hasMore: Bool {
        page.total.map { $0 - request.offset > page.items.count } ?? (page.items.count >= request.limit)
    }

    private struct MemberName: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }
}
