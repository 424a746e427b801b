import CharterRuntime
import HTTPTypes

/// A page as the server sent it.
struct PageReading: Sendable {
    let items: [JSONValue]
    let total: Int?
    let hasMore: Bool?
    let pageSize: Int?
    let offset: Int?
    let page: Int?
    let pages: Int?
    /// The cursor or URL of the next page; nil on the last one, however it says so.
    let next: String?

    /// Reads a page; nil if the body has no list where the items should be.
    init?(_ reply: HTTPReply, paging: APIDescription.Paging) {
        let members = paging.members
        guard let body = try? JSONCoding.decode(JSONValue.self, from: reply.body),
            case .array(let items)? = members.items.map(body.member(at:)) ?? body
        else { return nil }
        self.items = items
        total = members.total.flatMap(body.member(at:))?.count
        pageSize = members.pageSize.flatMap(body.member(at:))?.count
        offset = members.offset.flatMap(body.member(at:))?.count
        page = members.page.flatMap(body.member(at:))?.count
        pages = members.pages.flatMap(body.member(at:))?.count
        hasMore = members.hasMore.flatMap(body.member(at:)).flatMap { if case .boolean(let value) = $0 { value } else { nil } }
        let text = members.next.flatMap(body.member(at:)).flatMap { if case .string(let value) = $0 { value } else { nil } }
        let links = members.inLinkHeader ? WebLink.links(in: reply.head.headerFields) : []
        let link = links.first { $0.relations.contains("next") }?.target
        next = link ?? (text == "" ? nil : text)
    }

    /// Whether the page says that more follow; nil where it says nothing of it.
    func saysMore(_ members: APIDescription.Paging.Members) -> Bool? {
        hasMore ?? (members.next != nil || members.inLinkHeader ? next != nil : nil)
    }
}

extension JSONValue {
    fileprivate var count: Int? {
        if case .integer(let value) = self { Int(value) } else { nil }
    }

    /// The value at a path of members with dots between them.
    func member(at path: String) -> JSONValue? {
        MemberPath(path).names.reduce(JSONValue?.some(self)) { $0?[$1] }
    }
}
