/// One page of a list.
///
/// How it is written in JSON is said by the endpoint's ``APIDescription/Paging``.
///
/// What a handler returns keeps to what was asked: it has no more items than the requested page's `limit`. Where the API pages by cursors, `next` is there if and only
/// if more items follow; `hasMore` need not be said then, and if it is, it says the same. A server answers 500 and logs why where a page breaks this, for its caller
/// would miss items. `total` is not held against the items, for the list may change between two looks at it.
public struct Page<Item: Sendable>: Sendable {
    /// The items of this page, in the list's order.
    public var items: [Item]
    /// The number of items in the whole list, where the API says it.
    public var total: Int?
    /// What leads to the next page where the API pages by cursors; nil on the last page.
    public var next: String?
    /// What leads to the page before where the API pages by cursors in both directions; nil on the first page.
    public var previous: String?
    /// Whether more items follow, where neither `total` nor `next` tells.
    public var hasMore: Bool?

    /// Creates a page.
    public init(items: [Item], total: Int? = nil, next: String? = nil, previous: String? = nil, hasMore: Bool? = nil) {
        self.items = items
        self.total = total
        self.next = next
        self.previous = previous
        self.hasMore = hasMore
    }
}

extension Page: Equatable where Item: Equatable {}
extension Page: Hashable where Item: Hashable {}
