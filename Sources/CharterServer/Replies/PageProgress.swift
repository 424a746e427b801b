import CharterRuntime

/// Where a page stands in its list.
struct PageProgress {
    /// Whether more items follow.
    ///
    /// Where nobody knows, a full page says yes: the caller may then find an empty page at the end, and misses nothing.
    let hasMore: Bool
    /// Whether the page was asked for although the list ends before it.
    let isPastEnd: Bool

    init(_ page: Page<some Sendable>, _ request: RequestedPage, _ paging: APIDescription.Paging) {
        // One that counts what filters leave out tells nothing of this list's end.
        let total = paging.counts == .matching ? page.total : nil
        switch request {
        case .offset(let asked):
            let isFull = page.items.count >= asked.limit
            hasMore = page.hasMore ?? total.map { $0 - asked.offset > page.items.count } ?? isFull
            isPastEnd = asked.offset > 0 && (total.map { $0 <= asked.offset } ?? page.items.isEmpty)
        case .cursor:
            hasMore = page.hasMore ?? (page.next != nil)
            isPastEnd = false
        }
    }
}
