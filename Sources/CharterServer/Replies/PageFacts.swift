import CharterRuntime

/// What a page tells of its place in the list, beside its items.
struct PageFacts {
    private let total: Int?
    private let hasMore: Bool
    private let request: RequestedPage
    private let paging: APIDescription.Paging
    private let next: String?
    private let previous: String?

    init(_ page: Page<some Sendable>, _ request: RequestedPage, _ paging: APIDescription.Paging, _ links: PageLinks?) {
        total = page.total
        hasMore = PageProgress(page, request, paging).hasMore
        self.request = request
        self.paging = paging
        // The cursor where pages give cursors, the whole URL elsewhere.
        if case .cursor = paging.position {
            (next, previous) = (page.next, page.previous)
        } else {
            (next, previous) = (links?.next, links?.previous)
        }
    }

    /// What stands in a part of the body.
    func value(of part: ReplyShape.Part) -> ReplyValue? {
        switch part {
        case .total: total.map(ReplyValue.number)
        case .hasMore: .boolean(hasMore)
        case .pageSize: .number(request.limit)
        case .offset: request.byNumber.map { .number($0.offset) }
        case .page: pageNumber.map(ReplyValue.number)
        case .pages: total.map { .number(($0 + request.limit - 1) / request.limit) }
        case .next: link(next)
        case .previous: link(previous)
        case .result, .fact: nil
        }
    }

    private var pageNumber: Int? {
        guard case .page(_, let first) = paging.position, let offset = request.byNumber?.offset else { return nil }
        return offset / request.limit + first
    }

    private func link(_ text: String?) -> ReplyValue? {
        if let text { return .text(text) }
        switch paging.end {
        case .null: return .null
        case .empty: return .text("")
        case .absent: return nil
        }
    }
}
