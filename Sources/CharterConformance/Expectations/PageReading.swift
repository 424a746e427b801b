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
    /// The cursor or URL of the page before; nil where the page gives none.
    let previous: String?
    /// The URLs that the `Link` header field has, by what they are to the page; empty where pages have no such field.
    let links: [String: String]

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
        let found = members.inLinkHeader ? WebLink.links(in: reply.head.headerFields) : []
        links = Dictionary(found.flatMap { link in link.relations.map { ($0, link.target) } }) { first, _ in first }
        next = links["next"] ?? members.next.flatMap(body.text(at:))
        previous = links["prev"] ?? members.previous.flatMap(body.text(at:))
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

    /// The text at a path of members, if there is any.
    fileprivate func text(at path: String) -> String? {
        guard case .string(let text)? = member(at: path), !text.isEmpty else { return nil }
        return text
    }

    /// The value at a path of members with dots between them.
    func member(at path: String) -> JSONValue? {
        MemberPath(path).names.reduce(JSONValue?.some(self)) { $0?[$1] }
    }
}
