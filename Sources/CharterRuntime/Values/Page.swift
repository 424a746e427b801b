/// One page of a list.
///
/// How it is written in JSON is said by the endpoint's ``APIDescription/Paging``.
public struct Page<Item: Sendable>: Sendable {
    /// The items of this page, in the list's order.
    public var items: [Item]
    /// The number of items in the whole list, where the API says it.
    public var total: Int?

    /// Creates a page.
    public init(items: [Item], total: Int?) {
        self.items = items
        self.total = total
    }
}

extension Page: Equatable where Item: Equatable {}
extension Page: Hashable where Item: Hashable {}
